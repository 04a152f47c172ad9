package uk.homeward.server.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/** The people who wait for a place, for each step in the order in which they go. */
final class Lines {

    private static final Comparator<Waiter> ORDER = Comparator.comparingInt(Waiter::priority)
            .thenComparing(Waiter::since)
            .thenComparing(Waiter::journey);

    /** Somebody in a line. */
    record Waiter(int priority, Instant since, String journey) {}

    private final Pathway pathway;
    private final Map<StepId, TreeSet<Waiter>> lines = new HashMap<>();

    Lines(Pathway pathway) {
        this.pathway = pathway;
    }

    boolean isEmpty(StepId step) {
        return line(step).isEmpty();
    }

    /** Joins; who stands in the line already keeps their turn. */
    void join(Journey journey, State.Waiting waiting) {
        Step step = pathway.get(waiting.step());
        line(step.id()).add(new Waiter(priority(journey, step), waiting.since(), journey.id()));
    }

    /** Who is next. */
    Optional<Waiter> first(StepId step) {
        return line(step).isEmpty() ? Optional.empty() : Optional.of(line(step).first());
    }

    void leave(StepId step, Waiter waiter) {
        line(step).remove(waiter);
    }

    /** The steps for which somebody waits, in the order of the pathway. */
    List<Step> waitedFor() {
        return pathway.steps().values().stream()
                .filter(step -> !isEmpty(step.id()))
                .toList();
    }

    private TreeSet<Waiter> line(StepId step) {
        return lines.computeIfAbsent(step, s -> new TreeSet<>(ORDER));
    }

    private int priority(Journey journey, Step step) {
        String by = step.queue().priorityBy();
        if (by == null) {
            return 0;
        }
        List<String> values = pathway.attributes().getOrDefault(by, List.of());
        int position = values.indexOf(journey.attributes().getOrDefault(by, ""));
        return position < 0 ? values.size() : position;
    }
}
