package uk.homeward.insight.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.FollowUpCheck;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.Plan;
import uk.homeward.journey.journeys.StepStay;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Team;

/** Makes the rows of one journey from its fold: the same clocks, delays and steps that the pages show. */
final class JourneyRows {

    private final Facts facts;
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, DelayCause> causes = new HashMap<>();

    JourneyRows(Facts facts, @Nullable Place place) {
        this.facts = facts;
        if (place != null) {
            place.teams().stream().forEach(t -> teams.put(t.id().value(), t));
            place.delayCauses().stream().forEach(c -> causes.put(c.id().value(), c));
        }
    }

    /**
     * Adds the journey's rows in place of those it had.
     *
     * @param firstToldOpening when its opening was first said to have happened
     */
    void add(Journey journey, Instant firstToldOpening, PersonFacts person) {
        JourneyColumns columns = new JourneyColumns(facts, journey, firstToldOpening, person, team(journey));
        columns.replaceAll();
        columns.add(FactTable.JOURNEYS, new JourneyRow(journey, facts.zone()).fill(columns.row(FactTable.JOURNEYS)));
        new DelayRows(facts, causes, journey).addTo(columns);
        new One(journey, columns).add();
    }

    private Optional<Team> team(Journey journey) {
        return journey.findLast(JourneyEvent.TeamAssigned.class).flatMap(e -> Optional.ofNullable(teams.get(e.team())));
    }

    /** Steps, decisions, clocks, checks and outcomes of one journey. */
    private final class One {
        private final Journey journey;
        private final JourneyColumns columns;
        private final ZoneId zone = facts.zone();

        One(Journey journey, JourneyColumns columns) {
            this.journey = journey;
            this.columns = columns;
        }

        void add() {
            List<StepStay> stays = journey.stays();
            for (int i = 0; i < stays.size(); i++) {
                columns.add(FactTable.STEPS, step(i + 1, stays.get(i)));
            }
            decisions();
            clocks();
            journey.checks().forEach(check -> columns.add(FactTable.CHECKS, check(check)));
            journey.plan().outcomes().forEach(outcome -> columns.add(FactTable.OUTCOMES, outcome(outcome)));
        }

        private FactRow step(int number, StepStay stay) {
            FactRow row = columns.row(FactTable.STEPS)
                    .put("number", number)
                    .put("step", stay.step().value())
                    .put("setting", journey.pathway().get(stay.step()).setting())
                    .put("requested_at", stay.requestedAt())
                    .day("requested_on", stay.requestedAt(), zone)
                    .put("started_at", stay.startedAt())
                    .day("started_on", stay.startedAt(), zone)
                    .put("first_contact_at", stay.firstContactAt())
                    .put("first_mode", stay.firstContactMode())
                    .put("completed_at", stay.completedAt())
                    .day("completed_on", stay.completedAt(), zone)
                    .put("left_at", stay.leftAt())
                    .day("left_on", stay.leftAt(), zone)
                    .hour("left_hour", stay.leftAt(), zone)
                    .day("cancelled_on", stay.cancelledAt(), zone);
            stay.places().stream()
                    .findFirst()
                    .ifPresent(p -> row.put("pool", p.pool().value()).put("unit", p.unit()));
            return row;
        }

        private void decisions() {
            int number = 0;
            for (Recorded<JourneyEvent> told : journey.history().events()) {
                if (told.event() instanceof JourneyEvent.DecisionMade e) {
                    number++;
                    columns.add(FactTable.DECISIONS, decision(number, told, e));
                }
            }
        }

        private FactRow decision(int number, Recorded<JourneyEvent> told, JourneyEvent.DecisionMade e) {
            return columns.row(FactTable.DECISIONS)
                    .put("number", number)
                    .put("decision", e.decision().value())
                    .put("option", e.option().value())
                    .put("leads_to", leadsTo(e))
                    .put("decided_at", told.occurredAt())
                    .day("decided_on", told.occurredAt(), zone)
                    .put("professions", e.professions().size())
                    .put("wish_heard", e.personsWish() != null)
                    .put("role", told.by().role());
        }

        private String leadsTo(JourneyEvent.DecisionMade made) {
            return journey.pathway()
                    .get(made.decision())
                    .get(made.option())
                    .to()
                    .name();
        }

        private void clocks() {
            int number = 0;
            for (var clock : journey.clocks()) {
                number++;
                if (clock.counts()) {
                    columns.add(
                            FactTable.CLOCKS,
                            columns.row(FactTable.CLOCKS)
                                    .put("number", number)
                                    .put("standard", clock.standard().value())
                                    .put("started_at", clock.startedAt())
                                    .day("started_on", clock.startedAt(), zone)
                                    .put("deadline", clock.deadline())
                                    .put("stopped_at", clock.stoppedAt())
                                    .day("stopped_on", clock.stoppedAt(), zone)
                                    .put("met", clock.met()));
                }
            }
        }

        private FactRow check(FollowUpCheck check) {
            return columns.row(FactTable.CHECKS)
                    .put("follow_up", check.followUp().id().value())
                    .day("since_on", check.since(), zone)
                    .day("due_on", check.dueAt(), zone)
                    .day("done_on", check.doneAt(), zone)
                    .put("whereabouts", check.whereabouts());
        }

        private FactRow outcome(Plan.Outcome outcome) {
            return columns.row(FactTable.OUTCOMES)
                    .put("scale", outcome.measured().scale())
                    .day("measured_on", outcome.at(), zone)
                    .put("measured", outcome.measured().when())
                    .put("score", outcome.measured().score());
        }
    }
}
