package uk.homeward.server.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;

/**
 * What the board was asked to show.
 *
 * @param who the role that acts; {@code response} is the board's own two roles, {@code everyone} narrows nothing
 * @param at a step or decision; empty for all
 * @param team a team's id, {@code mine}, or {@code none} for those that nobody has taken on
 * @param page from 1
 */
public record BoardFilter(
        String who,
        String locality,
        String team,
        String at,
        String text,
        WorkQuery.Sort sort,
        int page,
        List<String> names,
        List<String> teams) {

    static final String RESPONSE = "response";
    static final String EVERYONE = "everyone";
    private static final List<String> BOARD_ROLES = List.of(Role.TRIAGE_CLINICIAN.word(), Role.RESPONDER.word());

    public BoardFilter {
        names = List.copyOf(names);
        teams = List.copyOf(teams);
    }

    static BoardFilter of(Map<String, String> asked, User user, Stops stops) {
        String who = asked.getOrDefault("who", RESPONSE);
        List<String> roles = who.equals(RESPONSE) ? BOARD_ROLES : List.of(who);
        return new BoardFilter(
                who,
                asked.getOrDefault("locality", "").strip(),
                asked.getOrDefault("team", "").strip(),
                asked.getOrDefault("at", "").strip(),
                asked.getOrDefault("q", "").strip(),
                WorkQuery.Sort.of(asked.getOrDefault("sort", "")),
                WorkQuery.number(asked.getOrDefault("page", "1")),
                who.equals(EVERYONE) ? List.of() : stops.namesFor(roles),
                user.teams());
    }

    WorkQuery query() {
        WorkQuery query = new WorkQuery()
                .where("j.state in ('WAITING', 'IN_STEP', 'DECIDING')")
                .with("j.locality", locality)
                .with("j.at", at)
                .named(text)
                .sorted(sort)
                .page(page);
        if (!who.equals(EVERYONE) && at.isEmpty()) {
            query.in("j.at", names);
        }
        return switch (team) {
            case "mine" -> query.in("j.team", teams);
            case "none" -> query.where("j.team = ''");
            default -> query.with("j.team", team);
        };
    }

    /** True where something narrows the list, so that an empty one can say so. */
    public boolean narrows() {
        return !(locality.isEmpty() && team.isEmpty() && at.isEmpty() && text.isEmpty());
    }

    /** The address of this list without the page's number. */
    public String address() {
        return "/response?who=" + encode(who) + "&locality=" + encode(locality) + "&team=" + encode(team) + "&at="
                + encode(at) + "&q=" + encode(text) + "&sort=" + sort.word();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
