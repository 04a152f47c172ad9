package uk.homeward.foresight.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Decision;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Risk;
import uk.homeward.foresight.network.Source;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.Trait;

/** What holds later may have other numbers, and nothing else: people who are there by then must find their way. */
final class SameShape {

    private SameShape() {}

    static void refuseOther(Network now, Network later) {
        same("pool", now.pools(), later.pools(), p -> List.of(p.name()));
        same("attribute", now.traits(), later.traits(), SameShape::trait);
        same("step", now.steps(), later.steps(), SameShape::step);
        same("decision", now.decisions(), later.decisions(), SameShape::decision);
        same("exit", now.exits(), later.exits(), e -> List.of(e.name()));
        same("route", now.sources(), later.sources(), SameShape::source);
        same("standard", now.standards(), later.standards(), SameShape::standard);
    }

    /** @param shape the name first, then all that must not differ */
    private static <T> void same(String kind, List<T> now, List<T> later, Function<T, List<?>> shape) {
        if (now.size() != later.size()) {
            throw new IllegalArgumentException("a " + kind + " is there only for a time (" + later.size()
                    + " of them later, " + now.size() + " at the start). Maybe: have it from the start");
        }
        for (int i = 0; i < now.size(); i++) {
            List<?> before = shape.apply(now.get(i));
            if (!before.equals(shape.apply(later.get(i)))) {
                throw new IllegalArgumentException("the " + kind + " (" + before.getFirst()
                        + ") differs later in more than its numbers. Maybe: change durations, shares, arrivals,"
                        + " capacities and limits on a day, all else from the start");
            }
        }
    }

    private static List<?> trait(Trait trait) {
        return List.of(trait.name(), trait.values().stream().map(v -> v.name()).toList());
    }

    private static List<?> step(Step s) {
        return List.of(
                s.name(),
                s.alternatives(),
                s.next(),
                s.priority(),
                String.valueOf(s.priorityBy()),
                String.valueOf(s.overflow()),
                s.keepsPlace(),
                s.transfer() == null,
                s.starts() == null,
                s.waitingRisks().stream().map(Risk::to).toList(),
                s.stayRisks().stream().map(Risk::to).toList());
    }

    private static List<?> decision(Decision d) {
        return List.of(
                d.name(),
                d.options().stream().map(Option::name).toList(),
                d.options().stream().map(Option::to).toList());
    }

    private static List<?> source(Source s) {
        int people = s.arrivals() instanceof Arrivals.Population closed ? closed.people() : 0;
        return List.of(s.name(), s.first(), people, s.arrivals() instanceof Arrivals.Renewal);
    }

    private static List<?> standard(Standard s) {
        return List.of(s.name(), s.from(), s.to(), s.onlyIf(), Optional.ofNullable(s.hours()));
    }
}
