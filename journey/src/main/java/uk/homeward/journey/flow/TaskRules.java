package uk.homeward.journey.flow;

import static uk.homeward.journey.flow.FlowRule.ALLOWED;
import static uk.homeward.journey.flow.FlowRule.refuse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.flow.FlowAnswer.Refused;

/** The rules about what must be ready before a person goes. */
final class TaskRules {

    private TaskRules() {}

    static Optional<Refused> taskIsNew(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.AskTask ask)) {
            return ALLOWED;
        }
        boolean same = f.tasks().stream()
                .anyMatch(t -> t.id().equals(ask.task())
                        || (t.isOpen() && t.kind() == ask.kind() && t.what().equals(ask.what())));
        return same
                ? refuse("already-asked", ask.kind().words() + " were asked for already. Look at how far that is.")
                : ALLOWED;
    }

    static Optional<Refused> taskIsOpen(Flow f, FlowCommand c, FlowSituation s) {
        @Nullable String id = task(c);
        return id == null || f.tasks().stream().anyMatch(t -> t.id().equals(id) && t.isOpen())
                ? ALLOWED
                : refuse("no-open-task", "That task is not open any more, or was never asked for.");
    }

    private static @Nullable String task(FlowCommand command) {
        if (command instanceof FlowCommand.AdvanceTask c) {
            return c.task();
        }
        if (command instanceof FlowCommand.FinishTask c) {
            return c.task();
        }
        return command instanceof FlowCommand.DropTask c ? c.task() : null;
    }
}
