package uk.homeward.journey.journeys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.CoordinatorNamed;
import uk.homeward.journey.event.JourneyEvent.OutcomeMeasured;
import uk.homeward.journey.event.Recorded;

/** The one shared plan: the person's goals, what will be done by whom, visits, outcomes, and whom to ring. */
public record Plan(
        @Nullable CoordinatorNamed coordinator,
        List<Goal> goals,
        List<Action> actions,
        List<Visit> visits,
        List<Outcome> outcomes) {

    public Plan {
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
        visits = List.copyOf(visits);
        outcomes = List.copyOf(outcomes);
    }

    /** A goal in the person's words; progress from 0 to 10. */
    public record Goal(String id, String words, @Nullable LocalDate due, Instant setAt, int progress, String note) {}

    public record Action(
            String id,
            String what,
            String owner,
            @Nullable LocalDate due,
            Instant addedAt,
            @Nullable Instant doneAt) {}

    /** A visit that was planned. */
    public record Visit(String id, Instant at, String purpose, VisitState state, String note) {}

    /** What became of a visit. */
    public enum VisitState {
        PLANNED,
        MADE,
        MISSED
    }

    public record Outcome(Instant at, OutcomeMeasured measured) {}

    static Plan of(History history) {
        @Nullable CoordinatorNamed coordinator = null;
        Map<String, Goal> goals = new LinkedHashMap<>();
        Map<String, Action> actions = new LinkedHashMap<>();
        Map<String, Visit> visits = new LinkedHashMap<>();
        java.util.ArrayList<Outcome> outcomes = new java.util.ArrayList<>();
        for (Recorded<JourneyEvent> r : history.events()) {
            Instant at = r.occurredAt();
            switch (r.event()) {
                case CoordinatorNamed e -> coordinator = e;
                case JourneyEvent.GoalSet e -> goals.put(e.goal(), new Goal(e.goal(), e.words(), e.due(), at, 0, ""));
                case JourneyEvent.GoalReviewed e ->
                    goals.computeIfPresent(
                            e.goal(), (id, g) -> new Goal(id, g.words, g.due, g.setAt, e.progress(), e.note()));
                case JourneyEvent.ActionAdded e ->
                    actions.put(e.action(), new Action(e.action(), e.what(), e.owner(), e.due(), at, null));
                case JourneyEvent.ActionDone e ->
                    actions.computeIfPresent(
                            e.action(), (id, a) -> new Action(id, a.what, a.owner, a.due, a.addedAt, at));
                case JourneyEvent.VisitPlanned e ->
                    visits.put(e.visit(), new Visit(e.visit(), e.at(), e.purpose(), VisitState.PLANNED, ""));
                case JourneyEvent.VisitMade e ->
                    visits.computeIfPresent(
                            e.visit(), (id, v) -> new Visit(id, v.at, v.purpose, VisitState.MADE, e.note()));
                case JourneyEvent.VisitMissed e ->
                    visits.computeIfPresent(
                            e.visit(), (id, v) -> new Visit(id, v.at, v.purpose, VisitState.MISSED, e.reason()));
                case OutcomeMeasured e -> outcomes.add(new Outcome(at, e));
                default -> {}
            }
        }
        return new Plan(
                coordinator,
                List.copyOf(goals.values()),
                List.copyOf(actions.values()),
                List.copyOf(visits.values()),
                outcomes);
    }
}
