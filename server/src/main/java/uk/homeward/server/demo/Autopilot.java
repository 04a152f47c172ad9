package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;

/**
 * Lets people come and does what made-up staff do, each thing at its moment: it keeps a list of what is due next and looks
 * at a journey only then. A journey that a human has touched is left to humans. One thread.
 */
final class Autopilot {

    private static final Duration BETWEEN_OFFERS = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofHours(3);
    private static final int STARTS_AT_ONCE = 4;

    /** What is due. */
    private sealed interface Due {
        Instant at();
    }

    private record NextDay(Instant at) implements Due {}

    private record Offers(Instant at) implements Due {}

    private record Coming(Instant at, Arrival arrival) implements Due {}

    /** @param thought what was thought of when the journey stood at {@code version}; null where nobody has looked yet */
    private record Acting(
            Instant at,
            String journey,
            int version,
            @Nullable Act thought) implements Due {

        boolean holdsFor(Journey now) {
            return thought != null && version == now.version();
        }
    }

    private record Explaining(Instant at, String journey) implements Due {}

    private record Numbered(Due due, long number) implements Comparable<Numbered> {
        @Override
        public int compareTo(Numbered other) {
            int byTime = due.at().compareTo(other.due.at());
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final World world;
    private final Pathway pathway;
    private final Script script;
    private final Waits waits;
    private final Words words;
    private final Stories stories;
    private final Arriving arriving;
    private final Folk folk;
    private final Luck luck;
    private final Lines lines;
    private final ZoneId zone;
    private final PriorityQueue<Numbered> agenda = new PriorityQueue<>();
    private final Map<String, Long> current = new HashMap<>();
    private long number;

    Autopilot(World world, Cast cast, Arriving arriving, Folk folk) {
        this.world = world;
        this.pathway = cast.pathway();
        this.script = cast.script();
        this.waits = cast.waits();
        this.words = cast.words();
        this.stories = cast.stories();
        this.luck = cast.luck();
        this.zone = cast.zone();
        this.arriving = arriving;
        this.folk = folk;
        this.lines = new Lines(pathway);
    }

    /** Lets people come from this moment on. */
    void begin(Instant from) {
        Instant tomorrow = start(from.atZone(zone).toLocalDate().plusDays(1));
        arriving.between(from, tomorrow.minusNanos(1)).forEach(this::expect);
        add(new NextDay(tomorrow));
        add(new Offers(from.plus(BETWEEN_OFFERS)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Looks at a journey that was left earlier, or that somebody else has opened or changed. */
    void look(String journey, Instant at) {
        act(at, journey);
    }

    /** Somebody whose earlier journey is past comes again. */
    void expect(Arrival arrival) {
        add(new Coming(arrival.at(), arrival));
    }

    /** Does everything that is due until then. */
    void until(Instant end) {
        while (!agenda.isEmpty() && agenda.peek().due().at().isBefore(end)) {
            Numbered first = agenda.remove();
            boolean superseded =
                    first.due() instanceof Acting acting && !current.remove(acting.journey(), first.number());
            if (!superseded) {
                happens(first.due());
            }
        }
    }

    /** When something is next due; null if nothing is. */
    @Nullable
    Instant next() {
        return agenda.isEmpty() ? null : agenda.peek().due().at();
    }

    /** Only the last time set for a journey counts. */
    private void act(Instant at, String journey) {
        act(new Acting(at, journey, 0, null));
    }

    private void act(Acting acting) {
        current.put(acting.journey(), number);
        add(acting);
    }

    private void add(Due due) {
        agenda.add(new Numbered(due, number++));
    }

    private void happens(Due due) {
        switch (due) {
            case NextDay next -> {
                LocalDate day = next.at().atZone(zone).toLocalDate();
                arriving.on(day).forEach(this::expect);
                add(new NextDay(start(day.plusDays(1))));
            }
            case Offers offers -> {
                offer(offers.at());
                add(new Offers(offers.at().plus(BETWEEN_OFFERS)));
            }
            case Coming coming -> comes(coming.arrival());
            case Acting acting -> acts(acting);
            case Explaining explaining -> explains(explaining);
        }
    }

    private void comes(Arrival arrival) {
        Optional<Somebody> who = arrival.person() == null
                ? folk.pick(arrival.who(), luck.chance(arrival.journey(), "who"))
                : folk.find(arrival.person())
                        .filter(p -> folk.isFree(p.id()))
                        .or(() ->
                                folk.pick(arrival.who(), luck.chance(arrival.journey(), "who"))); // somebody like them
        who.ifPresent(somebody -> comes(arrival, somebody));
    }

    private void comes(Arrival arrival, Somebody who) {
        Actor by = Staff.autopilot(Optional.empty());
        folk.setsOut(who.id());
        JourneyCommand.Open open = new JourneyCommand.Open(
                who.id(),
                arrival.route(),
                new JourneyEvent.Sender(arrival.kind(), Senders.name(arrival, luck), "", Senders.phone(arrival, luck)),
                words.reason(arrival),
                Script.attributes(who, arrival.urgency()));
        Optional<Journey> opened = world.open(arrival, who, open, by);
        if (folk.meets(who.id())) {
            world.tellPerson(who.id(), stories.of(who), arrival.at(), by);
        }
        opened.ifPresent(this::plan);
    }

    private void acts(Acting acting) {
        Journey journey = world.find(acting.journey()).orElse(null);
        if (journey == null || (!acting.holdsFor(journey) && isHandled(journey))) {
            return;
        }
        folk.setsOut(journey.person());
        Act act = acting.holdsFor(journey)
                ? acting.thought()
                : script.next(journey).orElse(null);
        if (act == null) {
            closes(journey, acting.at());
        } else if (act.at().isAfter(acting.at())) {
            act(new Acting(act.at(), journey.id(), journey.version(), act));
        } else if (act.startsAStep() && journey.state() instanceof State.Waiting waiting) {
            starts(journey, waiting, act, acting.at());
        } else {
            does(journey, act, act.at(), acting.at());
        }
    }

    private void starts(Journey journey, State.Waiting waiting, Act act, Instant now) {
        Step step = pathway.get(waiting.step());
        if (step.occupies().isEmpty()) {
            does(journey, act, act.at(), now);
        } else if (lines.isEmpty(step.id()) && waits.hours(step).has(now, zone) && world.room(step) > 0) {
            does(journey, act, now, now);
        } else {
            lines.join(journey, waiting);
            explainLater(journey);
        }
    }

    private void explainLater(Journey journey) {
        script.explains(journey).ifPresent(act -> add(new Explaining(act.at(), journey.id())));
    }

    private void explains(Explaining due) {
        world.find(due.journey())
                .filter(journey -> !isHandled(journey))
                .flatMap(journey -> script.explains(journey)
                        .filter(act -> !act.at().isAfter(due.at()))
                        .flatMap(act -> world.tell(journey, act.command(), act.at(), act.by())))
                .ifPresent(journey -> {});
    }

    /** Offers what is free to those who wait; a few at a time, because people arrive one by one. */
    private void offer(Instant now) {
        for (Step step : lines.waitedFor()) {
            if (waits.hours(step).has(now, zone)) {
                int room = Math.min(STARTS_AT_ONCE, world.room(step));
                for (int i = 0; i < room && offer(step, now.plusSeconds(17L * i)); i++) {}
            }
        }
    }

    /** Offers one place; true if somebody was there to take it. */
    private boolean offer(Step step, Instant now) {
        while (true) {
            Lines.Waiter first = lines.first(step.id()).orElse(null);
            if (first == null) {
                return false;
            }
            lines.leave(step.id(), first);
            Journey journey = world.find(first.journey()).orElse(null);
            if (journey != null
                    && !isHandled(journey)
                    && journey.state() instanceof State.Waiting waiting
                    && waiting.step().equals(step.id())) {
                script.next(journey).ifPresent(act -> does(journey, act, now, now));
                return true;
            }
        }
    }

    /** Acts; what was refused is tried again some hours later. */
    private void does(Journey journey, Act act, Instant at, Instant now) {
        Journey after = world.tell(journey, act.command(), at, act.by()).orElse(null);
        if (after == null) {
            act(now.plus(LATER), journey.id());
        } else {
            if (journey.state().isOpen() && !after.state().isOpen()) {
                closes(after, at);
            }
            plan(after);
        }
    }

    private void plan(Journey journey) {
        script.next(journey).ifPresent(act -> act(new Acting(act.at(), journey.id(), journey.version(), act)));
        if (journey.state() instanceof State.Deciding deciding
                && deciding.held().step() != null) {
            explainLater(journey);
        }
    }

    private void closes(Journey journey, Instant at) {
        if (journey.state().isOpen()) {
            return;
        }
        folk.comesBack(journey.person());
        if (journey.state() instanceof State.Ended ended
                && pathway.get(ended.exit()).outcome() == Exit.Outcome.DIED) {
            folk.died(journey.person());
            world.tellPerson(
                    journey.person(), List.of(new PersonEvent.PersonDied(at)), at, Staff.autopilot(Optional.empty()));
        } else {
            arriving.comesBack(journey).ifPresent(this::expect);
            List<PersonEvent> told = stories.afterwards(journey, at);
            if (!told.isEmpty()) {
                world.tellPerson(
                        journey.person(),
                        told,
                        at,
                        journey.history().events().getLast().by());
            }
        }
    }

    /** True if a human has touched it: then the autopilot steps aside for good. */
    static boolean isHandled(Journey journey) {
        for (Recorded<JourneyEvent> r : journey.history().events()) { // a loop, because it is asked before every act
            if (!r.by().isSystem()) {
                return true;
            }
        }
        return false;
    }
}
