package uk.homeward.server.exchange.outgoing;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Looks;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.Following;
import uk.homeward.server.journal.Following.Mark;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * Reads the journal on and puts into the outbox what each receiver is to be told, in the journal's order; the mark moves in the
 * same transaction. What happened long before it was told is history, not news, and is not sent.
 */
@Component("outgoingFeed")
class Feed {

    private static final int BATCH = 200;
    private static final Duration NEWS = Duration.ofDays(7);

    private final Subscribers subscribers;
    private final Outbox outbox;
    private final Telling telling;
    private final Desk desk;
    private final FlowDesk flows;
    private final Place place;
    private final Looks looks;
    private final PlaceTime time;
    private final TransactionTemplate transaction;
    private final Following following;
    private final Hl7Letters hl7;
    private final FhirLetters fhir;
    private final Letters letters;

    Feed(
            Subscribers subscribers,
            Outbox outbox,
            Telling telling,
            Desk desk,
            FlowDesk flows,
            Looks looks,
            PlaceTime time,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            EventCodec codec,
            PlaceKey key,
            Place place,
            FhirContext context) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.telling = telling;
        this.desk = desk;
        this.flows = flows;
        this.place = place;
        this.looks = looks;
        this.time = time;
        this.transaction = transaction;
        this.following = new Following(jdbc, codec, key);
        this.letters = new Letters(place.zone());
        this.hl7 = new Hl7Letters(place.zone());
        this.fhir = new FhirLetters(context, letters);
    }

    /** Reads on; returns how many events were read. The first time it only notes where the journal ends: history is no news. */
    int read() {
        if (subscribers.list().isEmpty()) {
            return 0;
        }
        Integer read = transaction.execute(status -> readOn());
        return read == null ? 0 : read;
    }

    private int readOn() {
        Optional<Mark> mark = outbox.mark();
        if (mark.isEmpty()) {
            outbox.mark(following.last());
            return 0;
        }
        List<Following.Next> next = following.after(mark.get(), BATCH);
        next.forEach(n -> tell(n.told()));
        if (!next.isEmpty()) {
            outbox.mark(next.getLast().mark());
        }
        return next.size();
    }

    private void tell(Recorded<Event> recorded) {
        if (recorded.occurredAt().isBefore(recorded.recordedAt().minus(NEWS))
                || recorded.recordedAt().isBefore(time.instant().minus(NEWS))) {
            return;
        }
        switch (recorded.event()) {
            case SpellEvent event -> stay(recorded, event);
            case FlowEvent.SummarySent sent -> summary(recorded, sent);
            case PersonEvent.CareDecided decided -> decision(recorded);
            case PersonEvent.CareDecisionEndorsed endorsed -> decision(recorded);
            case PersonEvent.CareDecisionEnded ended -> decision(recorded);
            case JourneyEvent.StepStarted started -> step(recorded, started);
            case Event other -> {} // nobody is told of it
        }
    }

    private void stay(Recorded<Event> recorded, SpellEvent event) {
        List<Subscriber> to = receivers(recorded, Kind.ADT, Kind.DOCUMENT, Kind.DISCHARGE);
        if (to.isEmpty()) {
            return;
        }
        telling.about(recorded, person(event))
                .ifPresent(told -> to.forEach(s -> {
                    switch (s.line()) {
                        case Subscriber.Mllp line -> byHl7(told, event, s, line);
                        case Subscriber.Fhir line -> {
                            if (event instanceof SpellEvent.Discharged && s.takes(Kind.DISCHARGE)) {
                                add(
                                        s,
                                        Kind.DISCHARGE,
                                        told.id(Kind.DISCHARGE).toString(),
                                        told,
                                        "discharge",
                                        fhir.discharge(told, line));
                            }
                        }
                    }
                }));
    }

    /** The ward's summary goes to its receiver's system: where it counts as read once that says so. */
    private void summary(Recorded<Event> recorded, FlowEvent.SummarySent sent) {
        List<Subscriber> to = receivers(recorded, Kind.DISCHARGE).stream()
                .filter(s -> isFor(s, sent.organisation()))
                .toList();
        String stay = recorded.subject().id();
        if (to.isEmpty() || isReplaced(recorded, stay)) {
            return;
        }
        flows.find(stay)
                .flatMap(flow -> telling.about(recorded, flow.spell().person()))
                .ifPresent(told -> to.forEach(s -> {
                    if (s.line() instanceof Subscriber.Fhir line) {
                        String id = told.id(Kind.DISCHARGE).toString();
                        add(s, Kind.DISCHARGE, id, told, "discharge summary", fhir.discharge(told, line));
                        outbox.carries(s.id(), id, stay, recorded.sequence());
                    }
                }));
    }

    /** A system of one organisation gets what is sent to it; one of nobody in particular what is sent to practices. */
    private boolean isFor(Subscriber subscriber, String organisation) {
        boolean practice = organisation.isEmpty()
                || place.practices().stream().anyMatch(p -> p.code().value().equals(organisation));
        return subscriber.organisation().isBlank()
                ? practice
                : subscriber.organisation().equals(organisation);
    }

    /** True if a newer summary went to the same receiver meanwhile. */
    private boolean isReplaced(Recorded<Event> recorded, String stay) {
        return flows.find(stay)
                .filter(flow -> flow.summaries().stream().anyMatch(s -> s.sequence() == recorded.sequence()))
                .isEmpty();
    }

    private void byHl7(Told told, SpellEvent event, Subscriber to, Subscriber.Mllp line) {
        if (to.takes(Kind.ADT)) {
            String words = "ADT^" + Hl7Letters.trigger(event);
            add(to, Kind.ADT, told.controlId(Kind.ADT), told, words, hl7.adt(told, event, line));
        }
        if (to.takes(Kind.DOCUMENT) && event instanceof SpellEvent.Discharged) {
            byte[] letter = hl7.document(told, letters.dischargeText(told), line);
            add(to, Kind.DOCUMENT, told.controlId(Kind.DOCUMENT), told, "MDM^T02 discharge letter", letter);
        }
    }

    private void decision(Recorded<Event> recorded) {
        List<Subscriber> to = receivers(recorded, Kind.DOCUMENT);
        if (to.isEmpty()) {
            return;
        }
        telling.about(recorded, recorded.subject().id())
                .ifPresent(told -> to.forEach(s -> {
                    if (s.line() instanceof Subscriber.Mllp line) {
                        byte[] letter = hl7.document(told, letters.decisions(told), line);
                        add(
                                s,
                                Kind.DOCUMENT,
                                told.controlId(Kind.DOCUMENT),
                                told,
                                "MDM^T02 decisions about care",
                                letter);
                    }
                }));
    }

    private void step(Recorded<Event> recorded, JourneyEvent.StepStarted started) {
        List<Subscriber> to = receivers(recorded, Kind.REFERRAL).stream()
                .filter(s -> s.pools().isEmpty()
                        || started.places().stream()
                                .anyMatch(p -> s.pools().contains(p.pool().value())))
                .toList();
        if (to.isEmpty()) {
            return;
        }
        Journey journey = desk.get(recorded.subject().id());
        String step = journey.pathway().get(started.step()).title();
        telling.about(recorded, journey.person())
                .ifPresent(told -> to.forEach(s -> {
                    if (s.line() instanceof Subscriber.Fhir line) {
                        byte[] referral = fhir.referral(told, journey, step, line);
                        add(s, Kind.REFERRAL, told.id(Kind.REFERRAL).toString(), told, "referral: " + step, referral);
                    }
                }));
    }

    /** Nobody is told what their own organisation told. */
    private List<Subscriber> receivers(Recorded<Event> recorded, Kind... kinds) {
        String teller = recorded.by().organisation();
        return subscribers.list().stream()
                .filter(s -> List.of(kinds).stream().anyMatch(s::takes))
                .filter(s -> s.organisation().isBlank() || !s.organisation().equals(teller))
                .toList();
    }

    /** The message and, in the person's list of who looked, that it was sent. */
    private void add(Subscriber to, Kind kind, String controlId, Told told, String what, byte[] content) {
        Instant now = time.instant();
        outbox.add(to.id(), kind, controlId, what + " of " + told.card().id(), content, now);
        looks.keepSent(told.card().id(), to.name(), to.organisation(), what);
    }

    private static String person(SpellEvent event) {
        return switch (event) {
            case SpellEvent.Arrived e -> e.person();
            case SpellEvent.Admitted e -> e.person();
            case SpellEvent.Moved e -> e.person();
            case SpellEvent.Discharged e -> e.person();
            case SpellEvent.DischargeExpected e -> e.person();
            case SpellEvent.AdmissionCancelled e -> e.person();
            case SpellEvent.MoveCancelled e -> e.person();
            case SpellEvent.DischargeCancelled e -> e.person();
            case SpellEvent.Coded e -> e.person();
        };
    }
}
