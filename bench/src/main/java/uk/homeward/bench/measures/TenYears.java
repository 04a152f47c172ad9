package uk.homeward.bench.measures;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.foresight.pathway.PlayedEvent;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.PersonFacts;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.insight.events.Published;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.Place;

/**
 * Publishes a made-up history: the shipped pathway played forward, each person in one of the place's localities, contacts
 * where crisis response starts and stays in hospital where people come to one, as a journal would hold them.
 */
final class TenYears {

    private static final int BATCH = 500_000;
    private static final Actor PLAYED = Actor.system("bench", "uhb");

    private final Place place;
    private final Scenario scenario;
    private final FactStore store;
    private final Calendar calendar = new Calendar(ZoneOffset.UTC, Set.of());
    private final List<Locality> localities;
    private final Map<String, List<Recorded<JourneyEvent>>> open = new LinkedHashMap<>();
    private String run = "";
    private long position;
    private Instant last = Instant.EPOCH;

    TenYears(Path folder, Place place, Scenario scenario) {
        this.place = place;
        this.scenario = scenario;
        this.localities = place.localities().list();
        this.store = FactStore.open(
                FactFolder.open(folder),
                Published.nothing(place.id().value(), ZoneOffset.UTC, "simulation"),
                Pseudonyms.ofSimulation(),
                place);
    }

    /** Plays runs, one beside the other, until there are so many events; returns how many there are. */
    long write(long events) {
        ScenarioRun played = ScenarioRun.of(scenario);
        for (int seed = 1; store.published().events() < events; seed++) {
            run = seed + "-";
            played.play(seed, 0, this::take);
            open.values().forEach(this::fold);
            open.clear();
            commit();
            System.err.printf("%,d events%n", store.published().events());
        }
        store.close();
        return store.published().events();
    }

    /** Publishes the events of one more day, as a server does at night. */
    static long day(Path folder, Place place, Scenario scenario, Instant from) {
        TenYears day = new TenYears(folder, place, scenario);
        day.run = "day-" + from + "-";
        ScenarioRun.of(scenario.lasting(24)).play(99, 0, e -> {
            PlayedEvent later = new PlayedEvent(
                    from.atOffset(ZoneOffset.UTC)
                            .toLocalDateTime()
                            .withHour(e.at().getHour())
                            .withMinute(e.at().getMinute())
                            .withSecond(e.at().getSecond()),
                    e.journey(),
                    e.person(),
                    e.route(),
                    e.event());
            if (!e.at().isBefore(scenario.start().plusMinutes((long) (scenario.warmUpHours() * 60)))) {
                day.take(later);
            }
        });
        day.open.values().forEach(day::fold);
        long events = day.store.waiting();
        day.commit();
        day.store.close();
        return events;
    }

    private void take(PlayedEvent played) {
        Instant at = played.at().toInstant(ZoneOffset.UTC);
        String journey = run + played.journey();
        List<Recorded<JourneyEvent>> told = open.computeIfAbsent(journey, id -> new ArrayList<>());
        if (told.isEmpty() && !(played.event() instanceof JourneyOpened)) {
            open.remove(journey);
            return;
        }
        tell(journey, told, at, placed(played.event()));
        if (played.event() instanceof JourneyEvent.StepStarted e
                && e.step().value().equals("crisis-response")) {
            tell(
                    journey,
                    told,
                    at,
                    new JourneyEvent.ContactMade(e.step(), JourneyEvent.Mode.FACE_TO_FACE, "nurse", ""));
        }
        if (played.event() instanceof JourneyEvent.JourneyEnded
                || played.event() instanceof JourneyEvent.ReferralDeclined) {
            fold(told);
            open.remove(journey);
        }
        if (store.waiting() >= BATCH) {
            commit();
        }
    }

    private JourneyEvent placed(JourneyEvent event) {
        if (!(event instanceof JourneyOpened e)) {
            return event;
        }
        Map<String, String> attributes = new HashMap<>(e.attributes());
        attributes.put(
                "locality",
                localities
                        .get(Math.floorMod(e.person().hashCode(), localities.size()))
                        .id()
                        .value());
        return new JourneyOpened(
                run + e.person(), e.pathway(), e.version(), e.route(), e.sender(), e.reason(), attributes);
    }

    private void tell(String journey, List<Recorded<JourneyEvent>> told, Instant at, JourneyEvent event) {
        Recorded<JourneyEvent> recorded =
                new Recorded<>(Subject.journey(journey), told.size() + 1, at, at, PLAYED, event);
        told.add(recorded);
        store.event(++position, recorded);
        last = at;
    }

    private void fold(List<Recorded<JourneyEvent>> told) {
        if (!(told.getFirst().event() instanceof JourneyOpened opened)) {
            return;
        }
        Journey journey = Journey.of(scenario.pathway(), calendar, told);
        PersonFacts person = new PersonFacts(
                opened.person(),
                opened.person(),
                null,
                null,
                opened.attributes().get("locality"),
                null,
                null,
                0,
                null,
                null,
                0,
                null);
        store.journey(journey, told.getFirst().occurredAt(), person);
        if (opened.route().value().equals("hospital-front-door")) {
            stay(journey, person);
        }
    }

    /** What the hospital would have told of a journey that began at its front door. */
    private void stay(Journey journey, PersonFacts person) {
        List<Recorded<SpellEvent>> facts = new ArrayList<>();
        String subject = "uhb/" + journey.id();
        fact(facts, subject, journey.openedAt(), new SpellEvent.Arrived(person.id(), "qehb", "1", null, ""));
        journey.stays().stream()
                .filter(s -> s.step().value().equals("acute-stay") && s.startedAt() != null)
                .findFirst()
                .ifPresent(s -> {
                    fact(facts, subject, s.startedAt(), new SpellEvent.Admitted(person.id(), "qehb", "1", null));
                    if (s.leftAt() != null) {
                        fact(facts, subject, s.leftAt(), new SpellEvent.Discharged(person.id(), "qehb", "1", null));
                    }
                });
        store.spells(subject, facts, person);
    }

    private void fact(
            List<Recorded<SpellEvent>> facts,
            String subject,
            @org.jspecify.annotations.Nullable Instant at,
            SpellEvent event) {
        if (at != null) {
            Recorded<SpellEvent> told = new Recorded<>(Subject.spell(subject), facts.size() + 1, at, at, PLAYED, event);
            facts.add(told);
            Recorded<? extends Event> any = told;
            store.event(++position, any);
        }
    }

    private void commit() {
        store.commit(store.published().after(Long.toString(position), 0, last));
    }
}
