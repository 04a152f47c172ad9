package uk.homeward.server.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.person.KnownAttributes;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.SiteId;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.journal.Stays.Stay;

/** Opens a journey when an older person comes to a hospital, so that the front door sees them at once. */
@Component
class FrontDoor {

    /** From this age on a person's arrival is the front door's business. */
    private static final int OLDER = 65;

    private static final String HOSPITAL = "hospital";

    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final SamePerson same;
    private final Place place;
    private final Pathway pathway;
    private final Optional<Route> route;

    FrontDoor(Desk desk, JdbcTemplate jdbc, PlaceKey key, SamePerson same, Place place, Pathways pathways) {
        this.same = same;
        this.desk = desk;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.pathway = pathways.first();
        this.route = pathway.routes().values().stream()
                .filter(r -> r.who().equals(List.of(HOSPITAL)) && !r.acceptance())
                .findFirst();
    }

    /** Opens a journey for this stay, unless the person is younger, has gone again, or is on a journey already. */
    void open(KnownPerson person, Stay stay, Applying applying) {
        Instant at = applying.at();
        if (route.isPresent() && stay.spell().isOpen() && isOlder(person.details(), at) && !isOnAJourney(person.id())) {
            String once = "front-door/" + stay.id();
            String id = UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8))
                    .toString();
            desk.open(id, pathway.id(), command(person, stay, applying, route.get()), at, applying.by(), once);
        }
    }

    private boolean isOlder(Details details, Instant at) {
        @Nullable LocalDate born = details.born();
        return born != null
                && Period.between(born, LocalDate.ofInstant(at, place.zone())).getYears() >= OLDER;
    }

    private boolean isOnAJourney(String person) {
        return !jdbc.queryForList(
                        "select 1 from journey where place = ? and person = any (?) and ended_at is null limit 1",
                        Integer.class,
                        key.value(),
                        same.array(person))
                .isEmpty();
    }

    private JourneyCommand.Open command(KnownPerson person, Stay stay, Applying applying, Route to) {
        String reason = stay.spell().reason().isBlank()
                ? "Came to hospital"
                : stay.spell().reason();
        JourneyEvent.Sender sender = new JourneyEvent.Sender(
                HOSPITAL, applying.organisation(), title(stay.spell().site()), "");
        return new JourneyCommand.Open(person.id(), to.id(), sender, reason, attributes(person.details(), stay));
    }

    private String title(String site) {
        return uk.homeward.journey.Id.WORDS.matcher(site).matches()
                ? place.sites().find(new SiteId(site)).map(s -> s.title()).orElse(site)
                : site;
    }

    private static Map<String, String> attributes(Details d, Stay stay) {
        Map<String, String> attributes = KnownAttributes.of(d.livesAlone(), d.dementia(), d.frailty(), d.locality());
        attributes.put("urgency", "urgent");
        attributes.put("stay", stay.id());
        return attributes;
    }
}
