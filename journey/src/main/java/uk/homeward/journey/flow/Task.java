package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.event.Recorded;

/**
 * Something that must be ready before the person goes, with its clock.
 *
 * @param stage how far it is, in the words of whoever did it; empty at first
 * @param deliverTo where it goes; empty where the person waits for it
 * @param endedAt when it was done or dropped; null while it is open
 * @param done false if it was dropped
 */
public record Task(
        String id,
        TaskKind kind,
        String what,
        String deliverTo,
        Instant askedAt,
        Instant dueAt,
        String stage,
        @Nullable Instant endedAt,
        boolean done) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** True where the person cannot go before it is there. */
    public boolean holdsThePerson() {
        return isOpen() && deliverTo.isEmpty();
    }

    /** All tasks of a stay in the order in which they were asked. */
    static List<Task> of(FlowFacts facts) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Recorded<FlowEvent> fact : facts.list()) {
            Instant at = fact.occurredAt();
            if (fact.event() instanceof FlowEvent.TaskAsked e) {
                tasks.putIfAbsent(
                        e.task(),
                        new Task(e.task(), e.kind(), e.what(), e.deliverTo(), at, e.dueAt(), "", null, false));
            } else if (fact.event() instanceof FlowEvent.TaskAdvanced e) {
                tasks.computeIfPresent(e.task(), (id, task) -> task.at(e.stage()));
            } else if (fact.event() instanceof FlowEvent.TaskFinished e) {
                tasks.computeIfPresent(e.task(), (id, task) -> task.ended(at, true));
            } else if (fact.event() instanceof FlowEvent.TaskDropped e) {
                tasks.computeIfPresent(e.task(), (id, task) -> task.ended(at, false));
            }
        }
        return List.copyOf(tasks.values());
    }

    private Task at(String next) {
        return new Task(id, kind, what, deliverTo, askedAt, dueAt, next, endedAt, done);
    }

    private Task ended(Instant at, boolean finished) {
        return new Task(id, kind, what, deliverTo, askedAt, dueAt, stage, at, finished);
    }
}
