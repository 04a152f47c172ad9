package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.journey.pathway.Pathway;

/** Something that can be compared month by month: places taken, people who wait, a promise kept. */
public sealed interface Measure {

    /** Places of a pool in use. */
    record Taken(String pool) implements Measure {}

    /** People ready for a step who have not started. */
    record Waiting(String step) implements Measure {}

    /** The share of clocks met. */
    record Met(String standard) implements Measure {}

    /** As it stands in an address. */
    default String code() {
        return switch (this) {
            case Taken t -> "taken:" + t.pool();
            case Waiting w -> "waiting:" + w.step();
            case Met m -> "met:" + m.standard();
        };
    }

    static List<Measure> of(Pathway pathway) {
        List<Measure> all = new ArrayList<>();
        pathway.pools().keySet().forEach(p -> all.add(new Taken(p.value())));
        pathway.steps().values().stream()
                .filter(s -> !s.occupies().isEmpty())
                .forEach(s -> all.add(new Waiting(s.id().value())));
        pathway.standards().keySet().forEach(s -> all.add(new Met(s.value())));
        return all;
    }

    static Optional<Measure> find(String code, Pathway pathway) {
        return of(pathway).stream().filter(m -> m.code().equals(code)).findFirst();
    }

    default boolean isShare() {
        return this instanceof Met;
    }

    default String title(Pathway pathway) {
        return switch (this) {
            case Taken t ->
                pathway.get(uk.homeward.journey.pathway.PoolId.of(t.pool())).title() + ": places taken";
            case Waiting w ->
                pathway.get(uk.homeward.journey.pathway.StepId.of(w.step())).title() + ": people who wait";
            case Met m ->
                pathway.get(uk.homeward.journey.pathway.StandardId.of(m.standard()))
                                .title() + ": share met";
        };
    }

    /** The measure in one period. */
    default Estimate in(Findings found, PeriodFinding period) {
        return switch (this) {
            case Taken t ->
                period.occupancy()
                        .get(index(found.pools().stream().map(p -> p.name()).toList(), t.pool()));
            case Waiting w ->
                period.queue()
                        .get(index(found.steps().stream().map(s -> s.name()).toList(), w.step()));
            case Met m ->
                period.met()
                        .get(index(found.standards().stream().map(s -> s.name()).toList(), m.standard()));
        };
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("nothing was played of (" + name + "). Maybe: play the scenario again");
        }
        return index;
    }
}
