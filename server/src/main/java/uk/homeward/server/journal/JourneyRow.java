package uk.homeward.server.journal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Clock;
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.FollowUpCheck;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.Plan;
import uk.homeward.journey.journeys.State;

/** What the projections hold of one journey: a pure function of the journey, so that a rebuild equals what stands. */
record JourneyRow(
        String id,
        int version,
        String person,
        String pathway,
        String route,
        String senderKind,
        String sender,
        String reason,
        String urgency,
        String locality,
        String state,
        String at,
        Instant since,
        Instant openedAt,
        boolean accepted,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        String team,
        String staff,
        String staffName,
        String coordinator,
        @Nullable Instant readySince,
        @Nullable String delayCause,
        @Nullable String delayOwner,
        @Nullable String dueStandard,
        @Nullable Instant dueWarnAt,
        @Nullable Instant dueAt,
        boolean byHand,
        List<ClockRow> clocks,
        List<PlaceRow> places,
        List<TaskRow> tasks) {

    record ClockRow(
            int number,
            String standard,
            Instant startedAt,
            @Nullable Instant warnAt,
            @Nullable Instant deadline,
            @Nullable Instant stoppedAt,
            @Nullable Boolean met) {}

    record PlaceRow(String pool, String unit, @Nullable String spot, Instant since) {}

    record TaskRow(
            String id,
            String kind,
            String what,
            String owner,
            @Nullable Instant dueAt) {}

    static JourneyRow of(Journey journey, ZoneId zone) {
        Optional<Clock> due = journey.runningClocks().stream()
                .filter(c -> c.deadline() != null)
                .min(Comparator.comparing(Clock::deadline));
        Optional<Delay> delay = journey.currentDelay();
        Optional<Delay.Cause> cause = delay.map(d -> d.causes().getLast());
        State state = journey.state();
        Optional<JourneyEvent.StaffAssigned> staff = journey.findLast(JourneyEvent.StaffAssigned.class);
        return new JourneyRow(
                journey.id(),
                journey.version(),
                journey.person(),
                journey.pathway().id().value(),
                journey.route().value(),
                journey.opening().sender().kind(),
                journey.opening().sender().organisation(),
                journey.opening().reason(),
                journey.attributes().getOrDefault("urgency", ""),
                journey.attributes().getOrDefault("locality", ""),
                name(state),
                at(state),
                state.since(),
                journey.openedAt(),
                journey.isAccepted(),
                state.isOpen() ? null : state.since(),
                state instanceof State.Ended ended
                        ? journey.pathway().get(ended.exit()).outcome().name()
                        : null,
                journey.findLast(JourneyEvent.TeamAssigned.class)
                        .map(JourneyEvent.TeamAssigned::team)
                        .orElse(""),
                staff.map(JourneyEvent.StaffAssigned::user).orElse(""),
                staff.map(JourneyEvent.StaffAssigned::name).orElse(""),
                journey.plan().coordinator() == null
                        ? ""
                        : journey.plan().coordinator().name(),
                delay.map(Delay::since).orElse(null),
                cause.map(Delay.Cause::cause).orElse(null),
                cause.map(Delay.Cause::owner).orElse(null),
                due.map(c -> c.standard().value()).orElse(null),
                due.map(Clock::warnAt).orElse(null),
                due.map(Clock::deadline).orElse(null),
                journey.history().events().stream().anyMatch(r -> !r.by().isSystem()),
                clocks(journey),
                places(journey),
                tasks(journey, zone));
    }

    private static List<ClockRow> clocks(Journey journey) {
        List<ClockRow> rows = new ArrayList<>();
        int number = 0;
        for (Clock c : journey.clocks()) {
            number++;
            if (c.counts() && (c.isRunning() || c.met() != null)) {
                rows.add(new ClockRow(
                        number, c.standard().value(), c.startedAt(), c.warnAt(), c.deadline(), c.stoppedAt(), c.met()));
            }
        }
        return rows;
    }

    private static List<PlaceRow> places(Journey journey) {
        return journey.state().places().stream()
                .map(p -> new PlaceRow(p.pool().value(), p.unit(), p.spot(), takenAt(journey, p)))
                .toList();
    }

    private static Instant takenAt(Journey journey, Place place) {
        return journey.history().events().reversed().stream()
                .filter(r -> r.event() instanceof JourneyEvent.StepStarted e
                        && e.places().contains(place))
                .map(Recorded::occurredAt)
                .findFirst()
                .orElse(journey.openedAt());
    }

    private static List<TaskRow> tasks(Journey journey, ZoneId zone) {
        List<TaskRow> rows = new ArrayList<>();
        for (Plan.Action a : journey.plan().actions()) {
            if (a.doneAt() == null) {
                Instant due = a.due() == null
                        ? null
                        : a.due().atTime(LocalTime.of(17, 0)).atZone(zone).toInstant();
                rows.add(new TaskRow(a.id(), "ACTION", a.what(), a.owner(), due));
            }
        }
        for (Plan.Visit v : journey.plan().visits()) {
            if (v.state() == Plan.VisitState.PLANNED) {
                rows.add(new TaskRow(v.id(), "VISIT", v.purpose(), "", v.at()));
            }
        }
        for (FollowUpCheck c : journey.checks()) {
            if (c.doneAt() == null) {
                rows.add(new TaskRow(
                        c.followUp().id().value(), "FOLLOW_UP", c.followUp().question(), "coordinator", c.dueAt()));
            }
        }
        return rows;
    }

    private static String name(State state) {
        return switch (state) {
            case State.Referred s -> "REFERRED";
            case State.AwaitingInformation s -> "AWAITING_INFORMATION";
            case State.Declined s -> "DECLINED";
            case State.Withdrawn s -> "WITHDRAWN";
            case State.Waiting s -> "WAITING";
            case State.InStep s -> "IN_STEP";
            case State.Deciding s -> "DECIDING";
            case State.Ended s -> "ENDED";
        };
    }

    /** Where a journey in this state stands: a step, decision, exit or what became of the referral. */
    static String at(State state) {
        return switch (state) {
            case State.Referred s -> "referral";
            case State.AwaitingInformation s -> "referral";
            case State.Declined s -> "declined";
            case State.Withdrawn s -> "withdrawn";
            case State.Waiting s -> s.step().value();
            case State.InStep s -> s.step().value();
            case State.Deciding s -> s.decision().value();
            case State.Ended s -> s.exit().value();
        };
    }
}
