package uk.homeward.server.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.OrganisationKind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Team;
import uk.homeward.journey.place.TeamKind;

/** The made-up people at work whom a visitor of the demo can be. */
@Component
public class DemoUsers {

    private final Place place;
    private final Map<Role, User> users = new EnumMap<>(Role.class);

    DemoUsers(Place place) {
        this.place = place;
        for (Role role : Role.values()) {
            users.put(role, user(role));
        }
    }

    /** The demo's user in this role. */
    public User of(Role role) {
        return Objects.requireNonNull(users.get(role));
    }

    private User user(Role role) {
        List<Team> teams = teams(role);
        String organisation = teams.isEmpty()
                ? organisation(role)
                : teams.getFirst().organisation().value();
        return new User(
                "demo-" + role.word(),
                name(role),
                role,
                organisation,
                teams.stream().map(t -> t.id().value()).toList());
    }

    /** The same for another organisation, such as one of the place's providers; their teams are the role's. */
    public User of(Role role, String organisation) {
        User user = of(role);
        boolean known = place.providers().stream().anyMatch(p -> p.id().value().equals(organisation))
                || place.practices().stream().anyMatch(p -> p.code().value().equals(organisation))
                || place.organisations().stream().anyMatch(o -> o.id().value().equals(organisation));
        return known ? new User(user.id(), user.name(), role, organisation, user.teams()) : user;
    }

    private List<Team> teams(Role role) {
        return switch (role) {
            case TRIAGE_CLINICIAN -> of(TeamKind.FRONT_DOOR, TeamKind.OPAL);
            case RESPONDER -> of(TeamKind.RESPONSE);
            case THERAPIST -> of(TeamKind.ENABLEMENT, TeamKind.ENABLEMENT_CENTRE);
            case WARD -> of(TeamKind.WARD);
            case HUB -> of(TeamKind.DISCHARGE_HUB);
            case COORDINATOR -> of(TeamKind.SOCIAL_WORK);
            case HEAD_OF_BROKERAGE -> of(TeamKind.SOCIAL_WORK, TeamKind.DISCHARGE_HUB);
            case REFERRER, PROVIDER, COMMISSIONER, ANALYST, PROGRAMME, PRIVACY_OFFICER, ADMINISTRATOR -> List.of();
        };
    }

    private List<Team> of(TeamKind... kinds) {
        List<TeamKind> wanted = List.of(kinds);
        return place.teams().stream().filter(t -> wanted.contains(t.kind())).toList();
    }

    private String organisation(Role role) {
        return role == Role.PROVIDER ? nursingHome() : commissioning(role);
    }

    /** A provider speaks for one home. */
    private String nursingHome() {
        return place.providers().stream()
                .filter(p -> p.kind() == ProviderKind.NURSING_HOME)
                .map(p -> p.id().value())
                .findFirst()
                .orElse("place");
    }

    private String commissioning(Role role) {
        OrganisationKind kind = switch (role) {
            case PRIVACY_OFFICER -> OrganisationKind.COMMUNITY_TRUST;
            case COMMISSIONER, ANALYST, PROGRAMME -> OrganisationKind.INTEGRATED_CARE_BOARD;
            default -> OrganisationKind.COUNCIL;
        };
        return place.organisations().stream()
                .filter(o -> o.kind() == kind)
                .map(o -> o.id().value())
                .findFirst()
                .orElse("place");
    }

    private static String name(Role role) {
        return switch (role) {
            case REFERRER -> "Dr Amara Lewis";
            case TRIAGE_CLINICIAN -> "Sister Ruth Kelly";
            case RESPONDER -> "Imran Shah";
            case THERAPIST -> "Grace Osei";
            case WARD -> "Charge Nurse Peter Hall";
            case HUB -> "Jo Bennett";
            case COORDINATOR -> "Nadia Begum";
            case HEAD_OF_BROKERAGE -> "Carol Whitmore";
            case PROVIDER -> "Helen Marsh";
            case COMMISSIONER -> "David Clarke";
            case ANALYST -> "Li Wen";
            case PROGRAMME -> "Sunita Rao";
            case PRIVACY_OFFICER -> "Miriam Stone";
            case ADMINISTRATOR -> "Tom Fisher";
        };
    }
}
