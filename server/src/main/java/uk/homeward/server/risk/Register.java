package uk.homeward.server.risk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.TeamId;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.PersonForms;
import uk.homeward.server.web.CsvLine;

/**
 * People at high and rising risk, for those who care for them: a name is read only through the record's door, so sharing and
 * consent hold here as everywhere, and each look is kept. What anybody did is there for all who care.
 */
@Component
class Register {

    private static final int LOOKED_AT = 400;

    private final PopulationRisk risk;
    private final RecordDoor door;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    Register(PopulationRisk risk, RecordDoor door, JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.risk = risk;
        this.door = door;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /**
     * Whom to show; blank is everybody.
     *
     * @param team the team that looks after the person now
     * @param acted {@code yes} or {@code no}: whether anything was done about their risk
     */
    record Choice(String practice, String locality, String team, String tier, String acted) {
        Tier tierOrHigh() {
            return tier.equals("rising") ? Tier.RISING : Tier.HIGH;
        }
    }

    /** The people of the choice, the highest score first. */
    List<AtRisk> candidates(Choice choice) {
        Predicate<AtRisk> fits = p -> p.tier() == choice.tierOrHigh();
        fits = only(fits, choice.practice(), AtRisk::practice);
        fits = only(fits, choice.locality(), AtRisk::locality);
        if (!choice.team().isBlank()) {
            Set<String> of = lookedAfterBy(choice.team());
            fits = fits.and(p -> of.contains(p.person()));
        }
        if (!choice.acted().isBlank()) {
            Set<String> acted = actedOn();
            fits = fits.and(p -> acted.contains(p.person()) == choice.acted().equals("yes"));
        }
        return risk.scored().people().stream()
                .filter(fits)
                .sorted(Comparator.comparingInt(AtRisk::tenths).reversed().thenComparing(AtRisk::person))
                .toList();
    }

    private static Predicate<AtRisk> only(
            Predicate<AtRisk> fits, String asked, java.util.function.Function<AtRisk, String> of) {
        return asked.isBlank() ? fits : fits.and(p -> of.apply(p).equals(asked));
    }

    private Set<String> lookedAfterBy(String team) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct person from journey where place = ? and team = ? and ended_at is null",
                String.class,
                key.value(),
                team));
    }

    private Set<String> actedOn() {
        return new HashSet<>(jdbc.queryForList(
                "select distinct person from person_note where place = ? and kind = 'RISK'",
                String.class,
                key.value()));
    }

    /** Reads those of them whose record opens to the user, at most so many. */
    List<RegisterLine> open(User user, List<AtRisk> candidates, int most) {
        List<RegisterLine> lines = new ArrayList<>();
        for (AtRisk p : candidates.subList(0, Math.min(candidates.size(), LOOKED_AT))) {
            if (lines.size() < most
                    && door.isOpen(user, p.person())
                    && door.open(user, p.person(), "risk register", () -> line(p))
                            instanceof RecordDoor.Open<RegisterLine> open) {
                lines.add(open.read());
            }
        }
        return lines;
    }

    private RegisterLine line(AtRisk p) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select family, given, born from person where place = ? and id = ?",
                (row, n) -> new RegisterLine(
                        p.person(),
                        row.getString("given") + " " + row.getString("family"),
                        row.getObject("born", LocalDate.class),
                        practice(p.practice()),
                        teams(p.person()),
                        PopulationView.title(p.tier()),
                        p.score(),
                        p.charlson(),
                        segment(p.segment()),
                        p.why().isEmpty() ? "no diagnosis that counts" : p.why(),
                        actions(p.person())),
                key.value(),
                p.person()));
    }

    private String teams(String person) {
        return String.join(
                ", ",
                jdbc.queryForList("""
                    select distinct team from journey
                    where place = ? and person = ? and ended_at is null and team <> '' order by team
                    """, String.class, key.value(), person).stream()
                        .map(team -> place.teams()
                                .find(new TeamId(team))
                                .map(t -> t.title())
                                .orElse(team))
                        .toList());
    }

    /** What was done about one person's risk, the last first: of each kind the last. */
    List<RegisterLine.Action> actions(String person) {
        return jdbc.query(
                """
                select key, words, detail, told_by, told_at from person_note
                where place = ? and person = ? and kind = 'RISK' order by told_at desc
                """,
                (row, n) -> new RegisterLine.Action(
                        PersonForms.RISK_ACTIONS.getOrDefault(row.getString("key"), row.getString("key")),
                        row.getString("words"),
                        row.getString("told_by").replaceFirst(", [^,]*$", ""),
                        organisation(row.getString("detail")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()),
                key.value(),
                person);
    }

    private String organisation(String id) {
        return place.organisations()
                .find(new OrganisationId(id))
                .map(o -> o.title())
                .orElse(id);
    }

    String segment(String id) {
        return risk.segments().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(s -> s.title())
                .orElse(id);
    }

    private String practice(String code) {
        return place.practices().stream()
                .filter(p -> p.code().value().equals(code))
                .findFirst()
                .map(p -> p.title())
                .orElse(code.isBlank() ? "no practice known" : code);
    }

    /** The columns of the download, then a line for everybody. */
    static String csv(List<RegisterLine> lines) {
        StringBuilder csv = new StringBuilder(
                "name,born,practice,team,risk,frailty score,charlson,segment,why,action,words,by,organisation,at\n");
        for (RegisterLine l : lines) {
            RegisterLine.Action last =
                    l.actions().isEmpty() ? null : l.actions().getFirst();
            csv.append(CsvLine.of(
                            l.name(),
                            l.born() == null ? "" : l.born().toString(),
                            l.practice(),
                            l.team(),
                            l.tier(),
                            Double.toString(l.score()),
                            Integer.toString(l.charlson()),
                            l.segment(),
                            l.why(),
                            last == null ? "" : last.what(),
                            last == null ? "" : last.words(),
                            last == null ? "" : last.by(),
                            last == null ? "" : last.organisation(),
                            last == null ? "" : last.at().toString()))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Teams by which the register can be filtered. */
    Map<String, String> teams() {
        Map<String, String> teams = new java.util.LinkedHashMap<>();
        place.teams().stream()
                .sorted(Comparator.comparing(t -> t.title()))
                .forEach(t -> teams.put(t.id().value(), t.title()));
        return teams;
    }
}
