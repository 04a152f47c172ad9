package uk.homeward.bench.measures;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.flow.Criteria;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.spell.Spells;

/**
 * Publishes a made-up history: the shipped pathway played forward, each person in one of the place's localities, contacts
 * where crisis response starts and stays in hospital where people come to one, as a journal would hold them.
 */
final class TenYears {

    private static final int BATCH = 500_000;
    private static final int SPANS = 10;
    private static final Actor PLAYED = Actor.system("bench", "uhb");

    private final FactFolder folder;
    private final FlowPlace leaving;
    private final Scenario scenario;
    private final FactStore store;
    private final Calendar calendar = new Calendar(ZoneOffset.UTC, Set.of());
    private final List<Locality> localities;
    private final Map<String, List<Recorded<JourneyEvent>>> open = new LinkedHashMap<>();
    private String run = "";
    private long position;
    private Instant last;

    TenYears(Path path, Place place, Scenario scenario) {
        this.folder = FactFolder.open(path);
        this.leaving = FlowPlace.of(place, Criteria.of(List.of()));
        this.scenario = scenario;
        this.localities = place.localities().list();
        this.store = FactStore.open(
                folder,
                Published.nothing(place.id().value(), ZoneOffset.UTC, "simulation"),
                Pseudonyms.ofSimulation(),
                place);
        this.last = store.published().asOf();
    }

    /** Plays the scenario once; returns how many events that gave. */
    long write() {
        ScenarioRun.of(scenario).play(1, 0, this::take);
        open.values().forEach(this::fold);
        open.clear();
        commit();
        store.close();
        return store.published().events();
    }

    /** Puts copies beside what was played, each as much later as the play lasted, over ten such spans, until there is enough. */
    static void fill(Path path, Place place, Scenario scenario, long events, int days) throws SQLException {
        TenYears history = new TenYears(path, place, scenario);
        long once = Copies.events(history.folder);
        int copies = (int) Math.max(SPANS - 1, (events - 1) / once);
        Copies.of(history.folder, copies, SPANS, days);
        Published played = history.store.published();
        history.store.commit(played.after(played.until(), 0, played.asOf().plus((SPANS - 1L) * days, ChronoUnit.DAYS)));
        history.store.close();
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
                1 + Math.floorMod(opened.person().hashCode(), 5),
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
        leaving(journey, subject, facts, person);
    }

    /** What staff would have said of it on the way out. */
    private void leaving(Journey journey, String subject, List<Recorded<SpellEvent>> facts, PersonFacts person) {
        String stay = subject + "/1";
        List<Recorded<FlowEvent>> told = new ArrayList<>();
        journey.stays().stream()
                .filter(s -> s.step().value().equals("acute-stay") && s.startedAt() != null && s.completedAt() != null)
                .findFirst()
                .ifPresent(s -> {
                    Instant ready = java.util.Objects.requireNonNull(s.completedAt());
                    said(told, stay, s.startedAt(), new FlowEvent.DischargeDateSet(day(ready), ""));
                    said(told, stay, ready, new FlowEvent.CriteriaReviewed(false, "", true, ""));
                    said(told, stay, ready, new FlowEvent.NeedDescribed(List.of(FlowEvent.Need.THERAPY), ""));
                    said(told, stay, ready, new FlowEvent.HoldUpNamed("therapy-review", ""));
                });
        if (!told.isEmpty()) {
            store.discharge(Flow.of(stay, Spells.of(facts).getFirst(), leaving, told), person, last);
        }
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void said(
            List<Recorded<FlowEvent>> told,
            String stay,
            @org.jspecify.annotations.Nullable Instant at,
            FlowEvent event) {
        if (at != null) {
            told.add(new Recorded<>(Subject.flow(stay), told.size() + 1, at, at, PLAYED, event));
            Recorded<? extends Event> any = told.getLast();
            store.event(++position, any);
        }
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
