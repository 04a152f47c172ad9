package uk.homeward.journey.journeys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.JourneyEvent.When;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.pathway.FollowUpId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;

/** What somebody asks of a journey. Pages, messages, scripts and the simulator all turn into these. */
public sealed interface JourneyCommand {

    /** The name under which a refusal is kept. */
    default String name() {
        return getClass().getSimpleName();
    }

    record Open(String person, RouteId route, Sender sender, String reason, Map<String, String> attributes)
            implements JourneyCommand {
        public Open {
            attributes = Map.copyOf(attributes);
        }
    }

    record Accept() implements JourneyCommand {}

    record AskForMore(String question) implements JourneyCommand {}

    record GiveInformation(String answer) implements JourneyCommand {}

    record Decline(String reasonCode, String advice) implements JourneyCommand {}

    record Withdraw(String reason) implements JourneyCommand {}

    record Reopen(String reason) implements JourneyCommand {}

    /** Begins the step that the journey waits for; {@code places} must cover what the step occupies. */
    record StartStep(List<Place> places) implements JourneyCommand {
        public StartStep {
            places = List.copyOf(places);
        }
    }

    record MakeContact(Mode mode, String profession, String note) implements JourneyCommand {}

    record CompleteStep(String summary) implements JourneyCommand {}

    /** Answers the decision that is due. */
    record Decide(
            OptionId option,
            String reason,
            List<String> professions,
            @Nullable String personsWish,
            @Nullable String familysView)
            implements JourneyCommand {
        public Decide {
            professions = List.copyOf(professions);
        }
    }

    record AssignTeam(String team) implements JourneyCommand {}

    record AssignStaff(String user, String staffName) implements JourneyCommand {}

    record NameCoordinator(String user, String staffName, String phone, String organisation)
            implements JourneyCommand {}

    record RecordFinding(String finding) implements JourneyCommand {}

    record GiveTreatment(String treatment, String note) implements JourneyCommand {}

    record PlanVisit(String visit, Instant at, String purpose) implements JourneyCommand {}

    record MakeVisit(String visit, String note) implements JourneyCommand {}

    record MissVisit(String visit, String reason) implements JourneyCommand {}

    record SetGoal(String goal, String words, @Nullable LocalDate due) implements JourneyCommand {}

    record ReviewGoal(String goal, int progress, String note) implements JourneyCommand {}

    record AddAction(
            String action,
            String what,
            String owner,
            @Nullable LocalDate due) implements JourneyCommand {}

    record FinishAction(String action, String note) implements JourneyCommand {}

    record MeasureOutcome(String scale, double score, When when) implements JourneyCommand {}

    record PauseClock(StandardId standard, String reason) implements JourneyCommand {}

    record ResumeClock(StandardId standard) implements JourneyCommand {}

    record NameDelay(String cause, String owner, String note) implements JourneyCommand {}

    record FollowUp(FollowUpId followUp, String whereabouts, String note) implements JourneyCommand {}

    record AddNote(String note) implements JourneyCommand {}

    record Amend(int sequence, @Nullable Instant occurredAt, String correction) implements JourneyCommand {}
}
