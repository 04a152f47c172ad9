package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.FollowUpId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;

/** What happens on a journey. */
public sealed interface JourneyEvent extends Event {

    /**
     * A referral or concern came in, or the person arrived at a hospital.
     *
     * @param person the person's id
     * @param attributes values of the pathway's attributes, such as frailty or urgency
     */
    record JourneyOpened(
            String person,
            PathwayId pathway,
            int version,
            RouteId route,
            Sender sender,
            String reason,
            Map<String, String> attributes)
            implements JourneyEvent {
        public JourneyOpened {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * Who referred, and how to reach them.
     *
     * @param kind one of the route's kinds, such as {@code gp} or {@code fire}
     */
    record Sender(String kind, String organisation, String name, String contact) {}

    record ReferralAccepted() implements JourneyEvent {}

    record MoreInformationAsked(String question) implements JourneyEvent {}

    record InformationGiven(String answer) implements JourneyEvent {}

    record ReferralDeclined(String reasonCode, String advice) implements JourneyEvent {}

    record ReferralWithdrawn(String reason) implements JourneyEvent {}

    record JourneyReopened(String reason) implements JourneyEvent {}

    /** The person is ready for a step and waits for it. */
    record StepRequested(StepId step) implements JourneyEvent {}

    /** The step began; the person occupies these places. */
    record StepStarted(StepId step, List<Place> places) implements JourneyEvent {
        public StepStarted {
            places = List.copyOf(places);
        }
    }

    /** The first or a later contact with the person during a step. */
    record ContactMade(StepId step, Mode mode, String profession, String note) implements JourneyEvent {}

    /** How the contact took place; the national count tells face to face from remote. */
    enum Mode {
        FACE_TO_FACE,
        VIDEO,
        TELEPHONE
    }

    /** The step's work is done; the person is ready to move on. */
    record StepCompleted(StepId step, String summary) implements JourneyEvent {}

    /** The person left the step's place, which is free again. */
    record StepLeft(StepId step) implements JourneyEvent {}

    /** A request for a step was taken back: the person went elsewhere. */
    record RequestCancelled(StepId step, String reason) implements JourneyEvent {}

    /**
     * A human chose.
     *
     * @param personsWish what the person wants, in their own words where possible
     * @param familysView what the family thinks, kept apart from the person's wish
     */
    record DecisionMade(
            DecisionId decision,
            OptionId option,
            String reason,
            List<String> professions,
            @Nullable String personsWish,
            @Nullable String familysView)
            implements JourneyEvent {
        public DecisionMade {
            professions = List.copyOf(professions);
        }
    }

    record TeamAssigned(String team) implements JourneyEvent {}

    record StaffAssigned(String user, String name) implements JourneyEvent {}

    /** The one named person to ring. */
    record CoordinatorNamed(String user, String name, String phone, String organisation) implements JourneyEvent {}

    record FindingRecorded(String finding) implements JourneyEvent {}

    record TreatmentGiven(String treatment, String note) implements JourneyEvent {}

    record VisitPlanned(String visit, Instant at, String purpose) implements JourneyEvent {}

    record VisitMade(String visit, String note) implements JourneyEvent {}

    record VisitMissed(String visit, String reason) implements JourneyEvent {}

    /** A goal in the person's own words. */
    record GoalSet(String goal, String words, @Nullable LocalDate due) implements JourneyEvent {}

    /** How far a goal is reached, from 0 (not yet) to 10 (fully). */
    record GoalReviewed(String goal, int progress, String note) implements JourneyEvent {}

    record ActionAdded(
            String action,
            String what,
            String owner,
            @Nullable LocalDate due) implements JourneyEvent {}

    record ActionDone(String action, String note) implements JourneyEvent {}

    /** A score on a named scale, at the start, at a review or at the end. */
    record OutcomeMeasured(String scale, double score, When when) implements JourneyEvent {}

    /** When an outcome was measured. */
    enum When {
        START,
        REVIEW,
        END
    }

    record ClockPaused(StandardId standard, String reason) implements JourneyEvent {}

    record ClockResumed(StandardId standard) implements JourneyEvent {}

    /** A cause holds the person back; it follows the cause before it in the chain. */
    record DelayCaused(String cause, String owner, String note) implements JourneyEvent {}

    record JourneyEnded(ExitId exit, String note) implements JourneyEvent {}

    record FollowedUp(FollowUpId followUp, String whereabouts, String note) implements JourneyEvent {}

    record NoteAdded(String note) implements JourneyEvent {}

    /**
     * An earlier event of this journey told something wrong.
     *
     * @param sequence the event that is amended
     * @param occurredAt the right time; null where the time was right
     * @param correction what is right, in words
     */
    record EventAmended(int sequence, @Nullable Instant occurredAt, String correction) implements JourneyEvent {}

    /** A command was refused. What was refused is kept, not lost. */
    record CommandRefused(String command, String code, String why) implements JourneyEvent, Refusal {}
}
