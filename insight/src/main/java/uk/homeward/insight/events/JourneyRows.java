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
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.FollowUpCheck;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.Plan;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.journeys.StepStay;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Team;

/** Makes the rows of one journey from its fold: the same clocks, delays and steps that the pages show. */
final class JourneyRows {

    private static final int GOAL_REACHED = 10;

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
     * @param firstToldOpening when its opening was first said to have happened: an amendment moves no row to another file
     */
    void add(Journey journey, Instant firstToldOpening, PersonFacts person) {
        new One(journey, facts.month(firstToldOpening), person).add();
    }

    /** The rows of one journey. */
    private final class One {
        private final Journey journey;
        private final String part;
        private final PersonFacts person;
        private final long id;
        private final Optional<Team> team;
        private final List<StepStay> stays;
        private final ZoneId zone = facts.zone();

        One(Journey journey, String part, PersonFacts person) {
            this.journey = journey;
            this.part = part;
            this.person = person;
            this.id = facts.pseudonyms().journey(journey.id());
            this.team = journey.findLast(JourneyEvent.TeamAssigned.class)
                    .flatMap(e -> Optional.ofNullable(teams.get(e.team())));
            this.stays = journey.stays();
        }

        void add() {
            for (FactTable table : FactTable.values()) {
                if (table.columns().getFirst().name().equals("journey")) {
                    facts.replace(table, part, id);
                }
            }
            put(FactTable.JOURNEYS, journey());
            for (int i = 0; i < stays.size(); i++) {
                put(FactTable.STEPS, step(i + 1, stays.get(i)));
            }
            decisions();
            clocks();
            delays();
            journey.checks().forEach(check -> put(FactTable.CHECKS, check(check)));
            journey.plan().outcomes().forEach(outcome -> put(FactTable.OUTCOMES, outcome(outcome)));
        }

        private void put(FactTable table, FactRow row) {
            facts.add(table, part, row);
        }

        private FactRow row(FactTable table) {
            return new FactRow(table)
                    .put("journey", id)
                    .put("person", facts.pseudonyms().person(person.standsFor()))
                    .put("pathway", journey.pathway().id().value())
                    .put("route", journey.route().value())
                    .put("sender_kind", journey.opening().sender().kind())
                    .put("locality", journey.attributes().get("locality"))
                    .put("team", team.map(t -> t.id().value()).orElse(null))
                    .put("organisation", team.map(t -> t.organisation().value()).orElse(null))
                    .put("age_band", person.ageBand(facts.day(journey.openedAt())))
                    .put("sex", person.sex())
                    .put("ethnicity", person.ethnicity())
                    .put("frailty", journey.attributes().get("frailty"))
                    .put("urgency", journey.attributes().get("urgency"))
                    .put("lives_alone", journey.attributes().get("lives-alone"))
                    .put("dementia", journey.attributes().get("dementia"))
                    .day("opened_on", journey.openedAt(), zone);
        }

        private FactRow journey() {
            FactRow row = row(FactTable.JOURNEYS)
                    .put("opened_at", journey.openedAt())
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
            state(row, journey.state());
            return row;
        }

        private void state(FactRow row, State state) {
            if (!state.isOpen()) {
                row.put("ended_at", state.since()).day("ended_on", state.since(), zone);
            }
            switch (state) {
                case State.Referred s -> row.put("state", "referred");
                case State.AwaitingInformation s -> row.put("state", "awaiting-information");
                case State.Declined s ->
                    row.put("state", "declined")
                            .day("declined_on", s.since(), zone)
                            .put("decline_reason", s.reasonCode());
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

        private FactRow step(int number, StepStay stay) {
            FactRow row = row(FactTable.STEPS)
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
                    put(
                            FactTable.DECISIONS,
                            row(FactTable.DECISIONS)
                                    .put("number", number)
                                    .put("decision", e.decision().value())
                                    .put("option", e.option().value())
                                    .put("leads_to", leadsTo(e))
                                    .put("decided_at", told.occurredAt())
                                    .day("decided_on", told.occurredAt(), zone)
                                    .put("professions", e.professions().size())
                                    .put("wish_heard", e.personsWish() != null)
                                    .put("role", told.by().role()));
                }
            }
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
                    put(
                            FactTable.CLOCKS,
                            row(FactTable.CLOCKS)
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

        private void delays() {
            int number = 0;
            for (Delay delay : journey.delays()) {
                number++;
                Optional<StepStay> before = stays.stream()
                        .filter(s -> s.completedAt() != null && !s.completedAt().isAfter(delay.since()))
                        .reduce((earlier, later) -> later);
                for (int link = 1; link <= delay.causes().size(); link++) {
                    put(FactTable.DELAYS, delay(number, link, delay, before));
                }
            }
        }

        private FactRow delay(int number, int link, Delay delay, Optional<StepStay> before) {
            Delay.Cause cause = delay.causes().get(link - 1);
            boolean last = link == delay.causes().size();
            Instant until = last ? delay.until() : delay.causes().get(link).from();
            Optional<DelayCause> known = Optional.ofNullable(causes.get(cause.cause()));
            return row(FactTable.DELAYS)
                    .put("number", number)
                    .put("link", link)
                    .put("last_link", last)
                    .put(
                            "step",
                            before.filter(s -> !delay.since().equals(s.leftAt()))
                                    .map(s -> s.step().value())
                                    .orElse(null))
                    .put("setting", before.map(this::setting).orElse(Step.Setting.HOME))
                    .put(
                            "waits_for",
                            delay.waitsFor() == null ? null : delay.waitsFor().value())
                    .put("cause", cause.cause())
                    .put("side", known.map(DelayCause::owner).orElse(null))
                    .put("reason_group", known.map(DelayCause::nationalGroup).orElse(null))
                    .day("delayed_since_on", delay.since(), zone)
                    .put("from_at", cause.from())
                    .day("from_on", cause.from(), zone)
                    .put("until_at", until)
                    .day("until_on", until, zone);
        }

        private Step.Setting setting(StepStay stay) {
            Step.Setting setting = journey.pathway().get(stay.step()).setting();
            return setting == Step.Setting.DESK ? Step.Setting.HOME : setting;
        }

        private FactRow check(FollowUpCheck check) {
            return row(FactTable.CHECKS)
                    .put("follow_up", check.followUp().id().value())
                    .day("since_on", check.since(), zone)
                    .day("due_on", check.dueAt(), zone)
                    .day("done_on", check.doneAt(), zone)
                    .put("whereabouts", check.whereabouts());
        }

        private FactRow outcome(Plan.Outcome outcome) {
            return row(FactTable.OUTCOMES)
                    .put("scale", outcome.measured().scale())
                    .day("measured_on", outcome.at(), zone)
                    .put("measured", outcome.measured().when())
                    .put("score", outcome.measured().score());
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
}
