package uk.homeward.insight.events;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;

/** The one row of a journey in {@link FactTable#JOURNEYS}. */
final class JourneyRow {

    private static final int GOAL_REACHED = 10;

    private final Journey journey;
    private final ZoneId zone;

    JourneyRow(Journey journey, ZoneId zone) {
        this.journey = journey;
        this.zone = zone;
    }

    FactRow fill(FactRow row) {
        state(row, journey.state());
        return row.put("opened_at", journey.openedAt())
                .put("accepted_at", at(JourneyEvent.ReferralAccepted.class))
                .put("first_contact_at", at(JourneyEvent.ContactMade.class))
                .put("decisions", count(JourneyEvent.DecisionMade.class))
                .put("contacts", count(JourneyEvent.ContactMade.class))
                .put("steps", count(JourneyEvent.StepStarted.class))
                .put("delayed_hours", delayedHours())
                .put("coordinator", journey.plan().coordinator() != null)
                .put("goals", journey.plan().goals().size())
                .put("goals_reached", (int) journey.plan().goals().stream()
                        .filter(g -> g.progress() >= GOAL_REACHED)
                        .count())
                .put("amended", count(JourneyEvent.EventAmended.class) > 0)
                .put("by_hand", journey.history().events().stream().anyMatch(r -> !r.by().isSystem()));
    }

    private void state(FactRow row, State state) {
        if (!state.isOpen()) {
            row.put("ended_at", state.since()).day("ended_on", state.since(), zone);
        }
        switch (state) {
            case State.Referred s -> row.put("state", "referred");
            case State.AwaitingInformation s -> row.put("state", "awaiting-information");
            case State.Declined s ->
                row.put("state", "declined").day("declined_on", s.since(), zone).put("decline_reason", s.reasonCode());
            case State.Withdrawn s -> row.put("state", "withdrawn");
            case State.Waiting s ->
                row.put("state", "waiting").put("stands_at", s.step().value());
            case State.InStep s ->
                row.put("state", "in-step").put("stands_at", s.step().value());
            case State.Deciding s ->
                row.put("state", "deciding").put("stands_at", s.decision().value());
            case State.Ended s ->
                row.put("state", "ended")
                        .put("stands_at", s.exit().value())
                        .put("exit", s.exit().value())
                        .put("outcome", journey.pathway().get(s.exit()).outcome());
        }
    }

    private @Nullable Instant at(Class<? extends JourneyEvent> kind) {
        return journey.history().events().stream()
                .filter(r -> kind.isInstance(r.event()))
                .map(Recorded::occurredAt)
                .findFirst()
                .orElse(null);
    }

    private int count(Class<? extends JourneyEvent> kind) {
        return (int) journey.history().events().stream()
                .filter(r -> kind.isInstance(r.event()))
                .count();
    }

    private double delayedHours() {
        return journey.delays().stream()
                .filter(d -> d.until() != null)
                .mapToDouble(d -> d.lasted(d.since()).toMinutes() / 60.0)
                .sum();
    }
}
