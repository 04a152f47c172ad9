package uk.homeward.journey.journeys;

import java.util.Optional;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.pathway.Moment;
import uk.homeward.journey.pathway.Moment.Kind;

/** The moment of the pathway language that an event stands for, if it is one. */
public final class Moments {

    private Moments() {}

    public static Optional<Moment> of(JourneyEvent event) {
        return switch (event) {
            case JourneyEvent.JourneyOpened e -> Optional.of(Moment.of(Kind.OPENED));
            case JourneyEvent.ReferralAccepted e -> Optional.of(Moment.of(Kind.ACCEPTED));
            case JourneyEvent.StepRequested e -> step(Kind.REQUESTED, e.step().value());
            case JourneyEvent.StepStarted e -> step(Kind.STARTED, e.step().value());
            case JourneyEvent.ContactMade e -> step(Kind.CONTACT, e.step().value());
            case JourneyEvent.StepCompleted e -> step(Kind.COMPLETED, e.step().value());
            case JourneyEvent.StepLeft e -> step(Kind.LEFT, e.step().value());
            case JourneyEvent.DecisionMade e ->
                Optional.of(new Moment(
                        Kind.DECIDED, e.decision().value(), e.option().value()));
            case JourneyEvent.JourneyEnded e -> Optional.of(Moment.of(Kind.ENDED));
            case JourneyEvent.MoreInformationAsked e -> Optional.empty();
            case JourneyEvent.InformationGiven e -> Optional.empty();
            case JourneyEvent.ReferralDeclined e -> Optional.of(Moment.of(Kind.ENDED));
            case JourneyEvent.ReferralWithdrawn e -> Optional.of(Moment.of(Kind.ENDED));
            case JourneyEvent.JourneyReopened e -> Optional.empty();
            case JourneyEvent.RequestCancelled e -> Optional.empty();
            case JourneyEvent.TeamAssigned e -> Optional.empty();
            case JourneyEvent.StaffAssigned e -> Optional.empty();
            case JourneyEvent.CoordinatorNamed e -> Optional.empty();
            case JourneyEvent.FindingRecorded e -> Optional.empty();
            case JourneyEvent.TreatmentGiven e -> Optional.empty();
            case JourneyEvent.VisitPlanned e -> Optional.empty();
            case JourneyEvent.VisitMade e -> Optional.empty();
            case JourneyEvent.VisitMissed e -> Optional.empty();
            case JourneyEvent.GoalSet e -> Optional.empty();
            case JourneyEvent.GoalReviewed e -> Optional.empty();
            case JourneyEvent.ActionAdded e -> Optional.empty();
            case JourneyEvent.ActionDone e -> Optional.empty();
            case JourneyEvent.OutcomeMeasured e -> Optional.empty();
            case JourneyEvent.ClockPaused e -> Optional.empty();
            case JourneyEvent.ClockResumed e -> Optional.empty();
            case JourneyEvent.DelayCaused e -> Optional.empty();
            case JourneyEvent.FollowedUp e -> Optional.empty();
            case JourneyEvent.NoteAdded e -> Optional.empty();
            case JourneyEvent.EventAmended e -> Optional.empty();
            case JourneyEvent.CommandRefused e -> Optional.empty();
        };
    }

    private static Optional<Moment> step(Kind kind, String step) {
        return Optional.of(Moment.of(kind, step));
    }
}
