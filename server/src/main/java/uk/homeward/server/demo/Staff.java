package uk.homeward.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.PeopleModel;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Pool;
import uk.homeward.journey.place.PoolId;
import uk.homeward.journey.place.Team;
import uk.homeward.journey.place.TeamKind;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;

/** The teams that carry steps, and made-up people who work in them. */
final class Staff {

    private static final int EACH = 8;
    private static final double VISITOR = 0.04;

    private final Place place;
    private final Luck luck;
    private final Function<Role, User> users;
    private final Map<String, List<Team>> serving = new ConcurrentHashMap<>();
    private final Map<String, Optional<Team>> holders = new ConcurrentHashMap<>();
    private final Map<String, List<Member>> members = new ConcurrentHashMap<>();

    Staff(Place place, Luck luck, Function<Role, User> users) {
        this.place = place;
        this.luck = luck;
        this.users = users;
    }

    /** Somebody who works in a team. */
    record Member(String user, String name) {}

    /** The team that carries a step for this person: that of the place taken, else that of the locality. */
    Optional<Team> team(Journey journey, Step step) {
        Optional<TeamKind> kind = Optional.ofNullable(step.team()).flatMap(TeamKind::find);
        return kind.flatMap(k -> ofPlaceTaken(journey, k).or(() -> ofLocality(journey, k)));
    }

    private Optional<Team> ofPlaceTaken(Journey journey, TeamKind kind) {
        if (!(journey.state() instanceof State.InStep)) {
            return Optional.empty();
        }
        return journey.state().places().stream()
                .flatMap(taken ->
                        holders.computeIfAbsent(kind + "/" + taken.unit(), key -> holding(kind, taken.unit())).stream())
                .findFirst();
    }

    private Optional<Team> holding(TeamKind kind, String unit) {
        return place.pools()
                .find(new PoolId(unit))
                .flatMap(pool -> of(pool, kind))
                .filter(team -> team.kind() == kind);
    }

    private Optional<Team> of(Pool pool, TeamKind kind) {
        return switch (pool.holder()) {
            case Pool.OfTeam held -> Optional.of(place.teams().get(held.team()));
            case Pool.OfWard held -> {
                var site = place.hospitalWards().get(held.ward()).site();
                yield place.teams().stream()
                        .filter(t -> t.kind() == kind && site.equals(t.site()))
                        .findFirst();
            }
            case Pool.OfProvider held -> Optional.empty();
        };
    }

    private Optional<Team> ofLocality(Journey journey, TeamKind kind) {
        String locality = journey.attributes().getOrDefault("locality", "");
        List<Team> teams = serving.computeIfAbsent(kind + "/" + locality, key -> serving(kind, locality));
        return teams.isEmpty() ? Optional.empty() : Optional.of(luckyOf(teams, journey));
    }

    private List<Team> serving(TeamKind kind, String locality) {
        return place.localities().stream()
                .filter(l -> l.id().value().equals(locality))
                .findFirst()
                .map(l -> place.teamsOf(kind, l.id()))
                .filter(found -> !found.isEmpty())
                .orElseGet(() ->
                        place.teams().stream().filter(t -> t.kind() == kind).toList());
    }

    /** Teams of a locality stand before those of the whole place; of several hospitals, chance names one. */
    private Team luckyOf(List<Team> teams, Journey journey) {
        return teams.getFirst().locality() != null ? teams.getFirst() : luck.any(teams, journey.id(), "team");
    }

    /** Who of the team takes this journey on. A few are kept for the role that a visitor may pick. */
    Member member(Team team, Journey journey, String what) {
        Role role = role(team.kind());
        if (role != null && luck.happens(VISITOR, journey.id(), "visitor" + what)) {
            User user = users.apply(role);
            return new Member(user.id(), user.name());
        }
        return luck.any(
                members.computeIfAbsent(team.id().value(), this::hire), journey.id(), "member" + team.id() + what);
    }

    /** Somebody of a group that is no team of the place; {@code what} names always the same one. */
    Member of(String group, String what) {
        return luck.any(members.computeIfAbsent(group, this::hire), what, "member of " + group);
    }

    private List<Member> hire(String team) {
        List<PeopleModel.Community> communities = place.localities().stream()
                .flatMap(l ->
                        java.util.Objects.requireNonNull(
                                place.people().communities().get(l.id()))
                                .values()
                                .stream())
                .toList();
        List<Member> hired = new ArrayList<>();
        for (int i = 1; i <= EACH; i++) {
            String who = team + "-" + i;
            PeopleModel.Names names = luck.any(communities, who, "community").names();
            Sex sex = luck.happens(0.78, who, "sex") ? Sex.FEMALE : Sex.MALE;
            String name = luck.any(names.given(sex), who, "given") + " " + luck.any(names.family(), who, "family");
            hired.add(new Member("staff-" + who, name));
        }
        return List.copyOf(hired);
    }

    private static @org.jspecify.annotations.Nullable Role role(TeamKind kind) {
        return switch (kind) {
            case FRONT_DOOR, OPAL -> Role.TRIAGE_CLINICIAN;
            case RESPONSE -> Role.RESPONDER;
            case ENABLEMENT, ENABLEMENT_CENTRE -> Role.THERAPIST;
            case WARD -> Role.WARD;
            case DISCHARGE_HUB -> Role.HUB;
            case SOCIAL_WORK -> Role.COORDINATOR;
            case VIRTUAL_WARD,
                    MENTAL_HEALTH_LIAISON,
                    DISTRICT_NURSING,
                    FALLS,
                    PALLIATIVE,
                    CONTINUING_CARE,
                    BROKERAGE,
                    CARERS_SUPPORT,
                    VOLUNTARY_SUPPORT -> null;
        };
    }

    /** The autopilot, acting for the organisation of a team. */
    static Actor autopilot(Optional<Team> team) {
        return Actor.system("autopilot", team.map(t -> t.organisation().value()).orElse("demo"));
    }
}
