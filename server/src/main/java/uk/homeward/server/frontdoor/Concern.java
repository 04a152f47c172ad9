package uk.homeward.server.frontdoor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/**
 * Takes a concern from somebody without an account. It asks for little, tells nothing of what is known, and writes nothing
 * into the story of somebody who is known: a clinician does that.
 */
@Component
class Concern {

    static final String NOT_KNOWN = "Not known";

    /** The kind of sender who speaks for themselves. */
    private static final String PERSON = "person";

    private static final int MOST_NAME = 100;

    private final Doors doors;
    private final Refer refer;
    private final PersonCards people;
    private final GatewayLinks links;
    private final Place place;
    private final PlaceTime time;
    private final PersonForm personForm;
    private final boolean synthetic;

    Concern(
            Doors doors,
            Refer refer,
            PersonCards people,
            GatewayLinks links,
            Place place,
            PlaceTime time,
            ServerSettings settings) {
        this.doors = doors;
        this.refer = refer;
        this.people = people;
        this.links = links;
        this.place = place;
        this.time = time;
        this.synthetic = settings.isDemo();
        this.personForm = new PersonForm(place, synthetic);
    }

    /** What became of a concern. */
    sealed interface Result {

        /** It stands; the sender follows it with this secret. */
        record Done(String token) implements Result {}

        /** Nothing was written. */
        record Faulty(List<Fault> faults) implements Result {}
    }

    /** Reads and records a concern on this route. */
    Result tell(Fields fields, Route route, @Nullable String key) {
        Instant now = time.instant();
        Form form = new Form(fields, place.zone(), now);
        String kind = form.oneOf("kind", route.who(), "Choose who you are");
        String reason = form.need("reason", "Write what worries you");
        Details details = details(form, now);
        Map<String, String> attributes = attributes(form);
        String agreed = kind.equals(PERSON)
                ? "yes"
                : form.oneOf(
                        "agreed",
                        List.of("yes", "no"),
                        "Say whether the person agrees that you hear what becomes of this");
        brief(form, "sender-name");
        brief(form, "contact");
        if (!form.faults().isEmpty()) {
            return new Result.Faulty(form.faults());
        }
        Optional<PersonCard> known = same(details);
        String person =
                known.map(PersonCard::id).orElseGet(() -> UUID.randomUUID().toString());
        String locality = known.map(PersonCard::locality).orElse(details.locality());
        if (!locality.isEmpty()) {
            attributes.put("locality", locality);
        }
        attributes.put("sender-may-know", agreed);
        Sender sender = new Sender(kind, "gateway", fields.text("sender-name"), fields.text("contact"));
        JourneyCommand.Open open = new JourneyCommand.Open(person, route.id(), sender, reason, attributes);
        List<PersonEvent> facts = known.isPresent() ? List.of() : List.of(new PersonEvent.PersonRegistered(details));
        String journey = refer.write(person, facts, open, now, actor(sender.name()), key);
        return new Result.Done(links.make(journey, agreed.equals("yes")));
    }

    /** Those who tell us something through the gateway; nobody has checked their name. */
    static Actor actor(String name) {
        return new Actor("gateway", name.isEmpty() ? "Somebody through the gateway" : name, "public", "gateway");
    }

    private Details details(Form form, Instant now) {
        String given = brief(form, "given");
        String family = brief(form, "family");
        String address = form.may("address");
        if (family.isEmpty() && address.isEmpty()) {
            form.fault("family", "Write the person's name, or where they live, so that we can find them");
        }
        String postcode = brief(form, "postcode").toUpperCase(java.util.Locale.ROOT);
        LocalDate born = PersonForm.born(form, now);
        return new Details(
                null,
                family.isEmpty() ? NOT_KNOWN : family,
                given.isEmpty() ? NOT_KNOWN : given,
                born,
                "unknown",
                address,
                postcode,
                brief(form, "phone"),
                personForm.localityOf(postcode),
                "",
                "",
                false,
                "",
                form.fields().text("lives-alone").equals("yes"),
                false,
                0,
                "own-home",
                synthetic);
    }

    /** The values of the pathway's attributes that the form asks for; others are left to the clinician. */
    private Map<String, String> attributes(Form form) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : List.of("urgency", "lives-alone")) {
            List<String> values = doors.pathway().attributes().getOrDefault(name, List.of());
            String value = form.fields().text(name);
            if (values.contains(value)) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    /** The one known person of exactly this name, birthday and postcode; empty where there is none or more than one. */
    private Optional<PersonCard> same(Details details) {
        if (details.born() == null || details.postcode().isEmpty()) {
            return Optional.empty();
        }
        List<PersonCard> same = people.listByName(details.given() + " " + details.family(), details.born(), 5).stream()
                .filter(p -> details.born().equals(p.born())
                        && p.family().equalsIgnoreCase(details.family())
                        && p.given().equalsIgnoreCase(details.given())
                        && p.postcode()
                                .replace(" ", "")
                                .equalsIgnoreCase(details.postcode().replace(" ", "")))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static String brief(Form form, String field) {
        String text = form.may(field);
        if (text.length() > MOST_NAME) {
            form.fault(field, "This is too long. Write no more than " + MOST_NAME + " characters.");
        }
        return text;
    }
}
