package uk.homeward.server.frontdoor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.StoryQuestions;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes a professional's referral: who it is about, what was learned of them, and the journey that begins. */
@Component
class Refer {

    private static final String URGENCY = "urgency";

    private final Desk desk;
    private final Doors doors;
    private final PersonCards people;
    private final PersonMatching matching;
    private final Place place;
    private final PlaceTime time;
    private final TransactionTemplate transaction;
    private final PersonForm personForm;

    Refer(
            Desk desk,
            Doors doors,
            PersonCards people,
            PersonMatching matching,
            Place place,
            PlaceTime time,
            TransactionTemplate transaction,
            ServerSettings settings) {
        this.desk = desk;
        this.doors = doors;
        this.people = people;
        this.matching = matching;
        this.place = place;
        this.time = time;
        this.transaction = transaction;
        this.personForm = new PersonForm(place, settings.isDemo());
    }

    /** What became of a referral. */
    sealed interface Result {

        /** It stands, as this journey. */
        record Done(String journey) implements Result {}

        /** Nothing was written. */
        record Faulty(List<Fault> faults) implements Result {}
    }

    /**
     * Reads and records a referral.
     *
     * @param fields {@code person} for somebody who is known, their details otherwise; see the referral form
     * @param key the same key never refers twice; null where the caller does not repeat itself
     */
    Result refer(Fields fields, User user, @Nullable String key) {
        Instant now = time.instant();
        Form form = new Form(fields, place.zone(), now);
        Optional<PersonCard> known = known(form);
        @Nullable Details details = known.isPresent() ? null : personForm.read(form, now);
        refuseKnown(form, details);
        String reason = form.need("reason", "Write why you ask for help");
        Map<String, String> attributes = attributes(form);
        List<PersonEvent> facts = facts(form, known.orElse(null), details);
        String kind = form.oneOf("kind", List.copyOf(doors.kinds().keySet()), "Choose who asks for help");
        Sender sender = sender(form, kind, user);
        if (!form.faults().isEmpty()) {
            return new Result.Faulty(form.faults());
        }
        String person =
                known.map(PersonCard::id).orElseGet(() -> UUID.randomUUID().toString());
        put(
                attributes,
                "locality",
                known.map(PersonCard::locality).orElseGet(() -> details == null ? "" : details.locality()));
        Route route = doors.routeFor(kind).orElseThrow();
        JourneyCommand.Open open = new JourneyCommand.Open(person, route.id(), sender, reason, attributes);
        return new Result.Done(write(person, facts, open, now, user.actor(), key));
    }

    /** Those who only refer speak for their own organisation; others can pass on what somebody else asks. */
    private static Sender sender(Form form, String kind, User user) {
        String organisation = form.may("organisation");
        String name = form.may("sender-name");
        return new Sender(
                kind,
                !user.may(Permission.READ_PERSON) || organisation.isEmpty() ? user.organisation() : organisation,
                name.isEmpty() ? user.name() : name,
                form.need("contact", "Write how we can reach you if we need to know more"));
    }

    /** The person's facts and the journey stand together or not at all. */
    String write(
            String person,
            List<PersonEvent> facts,
            JourneyCommand.Open open,
            Instant now,
            Actor by,
            @Nullable String key) {
        Told told = transaction.execute(status -> {
            Judgement alike = alike(facts);
            if (!facts.isEmpty()) {
                desk.tellPerson(person, facts, now, by, key == null ? null : key + "/person");
            }
            matching.file(person, alike, by);
            return desk.open(UUID.randomUUID().toString(), doors.pathway().id(), open, now, by, key);
        });
        return switch (java.util.Objects.requireNonNull(told)) {
            case Told.Done done -> done.journey().id();
            case Told.Refused refused ->
                throw new IllegalStateException("opening was refused (" + refused.code() + ")");
            case Told.Conflict conflict ->
                throw new IllegalStateException(
                        "opening met a conflict (" + conflict.journey().id() + ")");
        };
    }

    /** Who may be somebody that is about to be registered; nobody where they are known. */
    private Judgement alike(List<PersonEvent> facts) {
        return facts.stream()
                .filter(PersonEvent.PersonRegistered.class::isInstance)
                .map(PersonEvent.PersonRegistered.class::cast)
                .findFirst()
                .map(registered -> matching.judge(Traits.of(registered.details())))
                .orElseGet(Judgement.Nobody::new);
    }

    private Optional<PersonCard> known(Form form) {
        String id = form.fields().text("person");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonCard> known = people.find(id);
        if (known.isEmpty()) {
            form.fault("person", "This person is not known (" + id + "). Look for them again.");
        }
        return known;
    }

    /** Nobody is registered twice under one NHS number. */
    private void refuseKnown(Form form, @Nullable Details details) {
        if (details != null
                && details.nhsNumber() != null
                && !people.listByNhsNumber(details.nhsNumber()).isEmpty()) {
            form.fault(
                    "nhs-number",
                    "Somebody with this NHS number is known already. Look for them by it, so that they tell their"
                            + " story once.");
        }
    }

    /** The values of the pathway's attributes; how urgent it is must be said. */
    private Map<String, String> attributes(Form form) {
        Map<String, String> attributes = new LinkedHashMap<>();
        doors.pathway().attributes().forEach((name, values) -> {
            String value = form.fields().text(name);
            if (!value.isEmpty() && !values.contains(value)) {
                form.fault(name, "This is not one of the answers (" + value + "). Choose one of " + values + ".");
            } else if (value.isEmpty() && name.equals(URGENCY)) {
                form.fault(name, "Say how soon help is needed");
            } else {
                put(attributes, name, value);
            }
        });
        return attributes;
    }

    private static List<PersonEvent> facts(Form form, @Nullable PersonCard known, @Nullable Details details) {
        List<PersonEvent> facts = new ArrayList<>();
        if (details != null) {
            facts.add(new PersonEvent.PersonRegistered(details));
        }
        String matters = form.may("matters");
        if (!matters.isEmpty() && (known == null || !matters.equals(known.matters()))) {
            facts.add(new PersonEvent.MattersRecorded(matters));
        }
        String wish = form.may("wish");
        if (!wish.isEmpty()) {
            facts.add(new PersonEvent.WishRecorded("place-of-care", wish));
        }
        for (StoryQuestions.Question question : StoryQuestions.list()) {
            String answer = form.may(question.key());
            if (!answer.isEmpty()) {
                facts.add(new PersonEvent.StoryAnswered(question.key(), answer, "certain", null));
            }
        }
        return facts;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
