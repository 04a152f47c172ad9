package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.MoveReason;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.FlowEvent.TaskKind;

/** What staff ask of a stay. Whether it may be is for the rules; what follows is for {@link FlowHandling}. */
public sealed interface FlowCommand {

    /** The word under which pages and scripts send it, such as {@code set-date}. */
    default String word() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    record NameConsultant(String consultant) implements FlowCommand {}

    record SetDate(LocalDate day, String reason) implements FlowCommand {}

    record SetCriteria(String words) implements FlowCommand {}

    record Review(boolean met, String criterion, boolean senior, String note) implements FlowCommand {}

    record DescribeNeed(List<Need> needs, String words) implements FlowCommand {
        public DescribeNeed {
            needs = List.copyOf(needs);
        }
    }

    record AskForBed(boolean lasting, String whyNotHome, String agreedWith) implements FlowCommand {}

    record JudgeDay(LocalDate day, boolean green, String reason) implements FlowCommand {}

    record ExplainMove(Instant movedAt, MoveReason reason, String words) implements FlowCommand {}

    record ReviewStay(int days, String finding, String next) implements FlowCommand {}

    /** @param dueAt null for the usual hour */
    record AskTask(
            String task,
            TaskKind kind,
            String what,
            String deliverTo,
            @Nullable Instant dueAt) implements FlowCommand {}

    record AdvanceTask(String task, String stage) implements FlowCommand {}

    record FinishTask(String task, String note) implements FlowCommand {}

    record DropTask(String task, String reason) implements FlowCommand {}

    record NameHoldUp(String cause, String note) implements FlowCommand {}

    /**
     * @param organisation the id of the receiver; empty where it is none of the place's
     * @param words what stands under a heading, which is filled by it
     */
    record SendSummary(String receiver, List<SummaryPart> filled, String organisation, Map<SummaryPart, String> words)
            implements FlowCommand {
        public SendSummary {
            EnumSet<SummaryPart> all = EnumSet.noneOf(SummaryPart.class);
            all.addAll(filled);
            all.addAll(words.keySet());
            filled = List.copyOf(all);
            words = Map.copyOf(words);
        }

        public SendSummary(String receiver, List<SummaryPart> filled) {
            this(receiver, filled, "", Map.of());
        }
    }

    /**
     * @param receiver which receiver has read it, by id or in the words it was sent to; empty for the one that is waited for
     * @param sent the sequence of the summary that was read; 0 for the last one
     */
    record AcknowledgeSummary(String by, String receiver, String note, int sent) implements FlowCommand {
        public AcknowledgeSummary(String by) {
            this(by, "", "", 0);
        }
    }

    record NameDestination(DestinationKind kind, String name, String acceptedBy, String phone) implements FlowCommand {
        public NameDestination(DestinationKind kind, String name, String acceptedBy) {
            this(kind, name, acceptedBy, "");
        }
    }

    record HandOver(List<String> ended, List<String> left) implements FlowCommand {
        public HandOver {
            ended = List.copyOf(ended);
            left = List.copyOf(left);
        }
    }

    record AgreeDeparture(Instant at) implements FlowCommand {}

    record NameArrivalCheck(String who, String phone) implements FlowCommand {}

    record CheckArrival(boolean well, String note) implements FlowCommand {}

    record KeepDecision(String kind, String words) implements FlowCommand {}

    record AddNote(String note) implements FlowCommand {}

    record AmendFact(int sequence, @Nullable Instant occurredAt, boolean withdrawn, String correction)
            implements FlowCommand {}
}
