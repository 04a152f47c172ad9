package uk.homeward.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.spell.Spells;

/**
 * Writes what the events of many subjects come to, into empty tables. Takes the events subject by subject, each subject's in
 * their order, and keeps few subjects in memory.
 */
final class Projector {

    private static final int SUBJECTS_AT_ONCE = 2_000;

    private final BulkJournal bulk;
    private final PersonProjection people;
    private final Units units;
    private final Pathways pathways;
    private final Calendar calendar;
    private final FlowProjection flows;
    private final FlowReading flowReading;
    private final Map<Subject.Kind, Projecting> others;
    private final List<String> spokenOf = new ArrayList<>();

    private final List<Recorded<Event>> current = new ArrayList<>();
    private final List<Journey> journeys = new ArrayList<>();
    private final List<Recorded<PersonEvent>> registrations = new ArrayList<>();
    private final List<Recorded<PersonEvent>> learned = new ArrayList<>();
    private final List<BulkJournal.Stayed> stays = new ArrayList<>();

    Projector(
            BulkJournal bulk,
            PersonProjection people,
            Units units,
            Pathways pathways,
            Calendar calendar,
            FlowProjection flows,
            FlowReading flowReading,
            List<Projecting> others) {
        this.bulk = bulk;
        this.people = people;
        this.units = units;
        this.pathways = pathways;
        this.calendar = calendar;
        this.flows = flows;
        this.flowReading = flowReading;
        this.others = others.stream().collect(Collectors.toMap(Projecting::kind, Function.identity()));
    }

    void take(Recorded<Event> event) {
        if (!current.isEmpty() && !current.getFirst().subject().equals(event.subject())) {
            subjectIsWhole();
        }
        current.add(event);
    }

    /** To be called after the last event. */
    void end() {
        if (!current.isEmpty()) {
            subjectIsWhole();
        }
        write();
        spokenOf.forEach(stay -> flowReading.find(stay).ifPresent(flow -> flows.write(null, flow)));
        units.recount();
    }

    private void subjectIsWhole() {
        Subject subject = current.getFirst().subject();
        Projecting other = others.get(subject.kind());
        if (other != null) {
            current.forEach(other::write);
            current.clear();
            return;
        }
        switch (subject.kind()) {
            case JOURNEY -> journey(all(JourneyEvent.class));
            case PERSON -> person(all(PersonEvent.class));
            case SPELL -> {
                List<Recorded<SpellEvent>> facts = all(SpellEvent.class);
                stays.add(new BulkJournal.Stayed(subject.id(), facts.size(), Spells.of(facts)));
            }
            case FLOW -> spokenOf.add(subject.id()); // written over the stay's row, once the stays are written
            case POOL -> all(PoolEvent.class).forEach(units::write);
            case PATHWAY,
                    PROGRAMME,
                    RISK,
                    CYCLE,
                    MATURITY,
                    WINTER,
                    BASELINE,
                    HOLD,
                    ESCALATION,
                    SERVICE,
                    PRESCRIPTION,
                    REVIEW,
                    MATCH,
                    SEARCH,
                    PACKAGE,
                    CONTINGENCY,
                    ASSESSMENT,
                    AGREEMENT,
                    GLASS,
                    SHARING,
                    CONSENT,
                    ACCOUNT,
                    ERASURE ->
                throw new IllegalStateException("no projection of (" + subject.kind() + ") was handed in");
        }
        current.clear();
        if (journeys.size() + registrations.size() + stays.size() >= SUBJECTS_AT_ONCE) {
            write();
        }
    }

    private <E extends Event> List<Recorded<E>> all(Class<E> kind) {
        return current.stream()
                .map(r -> new Recorded<>(
                        r.subject(), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), kind.cast(r.event())))
                .toList();
    }

    private void journey(List<Recorded<JourneyEvent>> events) {
        if (events.getFirst().event() instanceof JourneyEvent.JourneyOpened opened) {
            journeys.add(Journey.of(pathways.get(opened.pathway(), opened.version()), calendar, events));
        }
    }

    /** Most people were registered, and little was learned of them since; others are written event by event. */
    private void person(List<Recorded<PersonEvent>> events) {
        if (events.getFirst().event() instanceof PersonEvent.PersonRegistered
                && events.stream().skip(1).allMatch(BulkPeople::canLearn)) {
            registrations.add(events.getFirst());
            learned.addAll(events.subList(1, events.size()));
        } else {
            events.forEach(people::write);
        }
    }

    private void write() {
        if (!journeys.isEmpty()) {
            bulk.project(journeys);
            journeys.clear();
        }
        if (!registrations.isEmpty()) {
            bulk.people(registrations);
            bulk.learn(learned);
            registrations.clear();
            learned.clear();
        }
        if (!stays.isEmpty()) {
            bulk.project(stays);
            stays.clear();
        }
    }
}
