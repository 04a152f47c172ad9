package uk.homeward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Answer;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Handling;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.Situation;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;

/**
 * A past in memory. Commands are answered by the same rules as at the desk; what happens before {@link #record} is kept
 * only for journeys that reach into the time that is told.
 */
final class Rehearsal implements World {

    private final Pathway pathway;
    private final Calendar calendar;
    private final UnitCounts units;
    private final Map<String, Rehearsed> journeys = new LinkedHashMap<>();
    private final Map<String, Integer> personSequences = new HashMap<>();
    private final List<Recorded<PersonEvent>> facts = new ArrayList<>();
    private List<Recorded<? extends Event>> told = new ArrayList<>();
    private @Nullable Consumer<Journey> past;

    Rehearsal(Pathway pathway, Calendar calendar, UnitCounts units) {
        this.pathway = pathway;
        this.calendar = calendar;
        this.units = units;
    }

    @Override
    public Optional<Journey> find(String journey) {
        Rehearsed found = journeys.get(journey);
        return found == null ? Optional.empty() : Optional.of(found.journey());
    }

    @Override
    public Optional<Journey> open(Arrival arrival, Somebody who, JourneyCommand.Open open, Actor by) {
        Rehearsed rehearsed = new Rehearsed(arrival.journey(), pathway, calendar);
        if (journeys.putIfAbsent(arrival.journey(), rehearsed) != null) {
            return Optional.empty();
        }
        add(rehearsed, Handling.open(pathway, open), arrival.at(), by);
        return Optional.of(rehearsed.journey());
    }

    @Override
    public Optional<Journey> tell(Journey seen, JourneyCommand command, Instant at, Actor by) {
        Rehearsed rehearsed = journeys.get(seen.id());
        if (rehearsed == null) {
            return Optional.empty();
        }
        Journey before = rehearsed.journeyFor(command);
        JourneyCommand complete = command;
        if (command instanceof JourneyCommand.StartStep && before.state() instanceof State.Waiting waiting) {
            complete = new JourneyCommand.StartStep(units.findFree(
                            pathway.get(waiting.step()), before.attributes().getOrDefault("locality", ""))
                    .orElse(List.of()));
        }
        Answer answer = Handling.answer(before, complete, new Situation(at, by, Map.of(), calendar));
        return switch (answer) {
            case Answer.Refused refused -> {
                add(
                        rehearsed,
                        List.of(new JourneyEvent.CommandRefused(command.name(), refused.code(), refused.why())),
                        at,
                        by);
                yield Optional.empty();
            }
            case Answer.Done done -> {
                add(rehearsed, done.events(), at, by);
                Journey after = rehearsed.journey();
                units.change(before.state().places(), after.state().places());
                yield Optional.of(after);
            }
        };
    }

    private void add(Rehearsed journey, List<JourneyEvent> happened, Instant at, Actor by) {
        List<Recorded<JourneyEvent>> events = journey.add(happened, at, by);
        if (past != null) {
            told.addAll(events);
        }
    }

    @Override
    public void tellPerson(String person, List<PersonEvent> news, Instant at, Actor by) {
        for (PersonEvent event : news) {
            int sequence = personSequences.merge(person, 1, Integer::sum) + 1; // 1 is the registration
            facts.add(new Recorded<>(Subject.person(person), sequence, at, at, by, event));
        }
    }

    @Override
    public int room(Step step) {
        return units.room(step);
    }

    /** From now on everything is told; journeys of before that are over are forgotten. */
    void record(Consumer<Journey> ended, java.util.function.Predicate<Journey> reachesOn, Folk folk) {
        journeys.values().removeIf(r -> !reachesOn.test(r.journey()));
        journeys.values().forEach(r -> told.addAll(r.events()));
        past = ended;
        forgetStrangers(folk);
    }

    /** Those whom nobody meets in the time that is told have told their story to nobody. */
    private void forgetStrangers(Folk folk) {
        java.util.Set<String> met = new java.util.HashSet<>();
        journeys.values().forEach(r -> met.add(r.journey().person()));
        List<Recorded<PersonEvent>> kept = new ArrayList<>();
        Map<String, Integer> sequences = new HashMap<>();
        for (Recorded<PersonEvent> fact : facts) {
            String person = fact.subject().id();
            if (met.contains(person) || fact.event() instanceof PersonEvent.PersonDied) {
                int sequence = sequences.merge(person, 1, Integer::sum) + 1;
                kept.add(new Recorded<>(
                        fact.subject(), sequence, fact.occurredAt(), fact.recordedAt(), fact.by(), fact.event()));
            } else {
                folk.forgets(person);
            }
        }
        facts.clear();
        facts.addAll(kept);
        personSequences.clear();
        personSequences.putAll(sequences);
    }

    /** What was told since this was last asked, in the order in which it happened. */
    List<Recorded<? extends Event>> takeTold() {
        List<Recorded<? extends Event>> taken = told;
        told = new ArrayList<>();
        taken.sort(Comparator.comparing(Recorded::occurredAt)); // stable: keeps the order within a journey
        return taken;
    }

    /** Forgets journeys that need no more; each is handed over as it stands. */
    void release(java.util.function.Predicate<Journey> isOver) {
        Consumer<Journey> to = java.util.Objects.requireNonNull(past);
        journeys.values().removeIf(r -> {
            Journey journey = r.journey();
            boolean over = !journey.state().isOpen() && isOver.test(journey);
            if (over) {
                to.accept(r.whole());
            }
            return over;
        });
    }

    /** Everything that was learned of people. */
    List<Recorded<PersonEvent>> facts() {
        return List.copyOf(facts);
    }

    /** The journeys that go on, and those with something left to do. */
    Collection<Journey> journeys() {
        return journeys.values().stream().map(Rehearsed::whole).toList();
    }

    UnitCounts units() {
        return units;
    }
}
