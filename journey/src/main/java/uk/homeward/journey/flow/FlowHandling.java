package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.DestinationKind;

/** Answers commands on stays: asks the rules, then says which facts follow. */
public final class FlowHandling {

    private static final Set<DestinationKind> UNITS =
            EnumSet.of(DestinationKind.COMMUNITY_BED, DestinationKind.NEW_CARE_HOME, DestinationKind.HOSPICE);

    private FlowHandling() {}

    public static FlowAnswer answer(Flow flow, FlowCommand command, FlowSituation situation) {
        Optional<FlowAnswer.Refused> refused = FlowRules.check(flow, command, situation);
        return refused.isPresent() ? refused.get() : new FlowAnswer.Done(List.of(event(flow, command, situation)));
    }

    private static FlowEvent event(Flow flow, FlowCommand command, FlowSituation situation) {
        return switch (command) {
            case FlowCommand.NameConsultant c -> new FlowEvent.ConsultantNamed(c.consultant());
            case FlowCommand.SetDate c -> new FlowEvent.DischargeDateSet(c.day(), c.reason());
            case FlowCommand.SetCriteria c -> new FlowEvent.DischargeCriteriaSet(c.words());
            case FlowCommand.Review c -> new FlowEvent.CriteriaReviewed(c.met(), c.criterion(), c.senior(), c.note());
            case FlowCommand.DescribeNeed c -> new FlowEvent.NeedDescribed(c.needs(), c.words());
            case FlowCommand.AskForBed c -> new FlowEvent.BedAsked(c.lasting(), c.whyNotHome(), c.agreedWith());
            case FlowCommand.JudgeDay c -> new FlowEvent.DayJudged(c.day(), c.green(), c.reason());
            case FlowCommand.ExplainMove c -> new FlowEvent.MoveExplained(c.movedAt(), c.reason(), c.words());
            case FlowCommand.ReviewStay c -> new FlowEvent.StayReviewed(c.days(), c.finding(), c.next());
            case FlowCommand.AskTask c ->
                new FlowEvent.TaskAsked(c.task(), c.kind(), c.what(), deliverTo(flow, c), dueAt(c, situation.at()));
            case FlowCommand.AdvanceTask c -> new FlowEvent.TaskAdvanced(c.task(), c.stage());
            case FlowCommand.FinishTask c -> new FlowEvent.TaskFinished(c.task(), c.note());
            case FlowCommand.DropTask c -> new FlowEvent.TaskDropped(c.task(), c.reason());
            case FlowCommand.NameHoldUp c -> new FlowEvent.HoldUpNamed(c.cause(), c.note());
            case FlowCommand.SendSummary c ->
                new FlowEvent.SummarySent(c.receiver(), c.filled(), c.organisation(), c.words());
            case FlowCommand.AcknowledgeSummary c ->
                new FlowEvent.SummaryAcknowledged(
                        flow.summaryTo(c.receiver()).map(Summary::receiver).orElse(""), c.by(), c.note());
            case FlowCommand.NameDestination c ->
                new FlowEvent.DestinationNamed(c.kind(), c.name(), c.acceptedBy(), c.phone());
            case FlowCommand.HandOver c ->
                new FlowEvent.HandedOver(flow.destination().orElseThrow().acceptedBy(), c.ended(), c.left());
            case FlowCommand.AgreeDeparture c -> new FlowEvent.DepartureAgreed(c.at());
            case FlowCommand.NameArrivalCheck c -> new FlowEvent.ArrivalCheckNamed(c.who(), c.phone());
            case FlowCommand.CheckArrival c -> new FlowEvent.ArrivalChecked(c.well(), c.note());
            case FlowCommand.KeepDecision c -> new FlowEvent.DecisionKept(c.kind(), c.words());
            case FlowCommand.AddNote c -> new FlowEvent.FlowNoted(c.note());
            case FlowCommand.AmendFact c ->
                new FlowEvent.FactAmended(c.sequence(), c.occurredAt(), c.withdrawn(), c.correction());
        };
    }

    /** Medicines follow a person who goes to a unit: they do not wait for them. */
    private static String deliverTo(Flow flow, FlowCommand.AskTask ask) {
        if (!ask.deliverTo().isBlank() || ask.kind() != FlowEvent.TaskKind.MEDICINES) {
            return ask.deliverTo();
        }
        return flow.destination()
                .filter(to -> UNITS.contains(to.kind()))
                .map(to -> to.name().isBlank() ? to.kind().words() : to.name())
                .orElse("");
    }

    private static Instant dueAt(FlowCommand.AskTask ask, Instant now) {
        return ask.dueAt() == null ? now.plus(Limits.TASK) : ask.dueAt();
    }
}
