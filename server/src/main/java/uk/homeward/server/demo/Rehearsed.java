package uk.homeward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.History;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Pathway;

/**
 * A journey that is being made up. Reading all its events anew after each of them would take most of the time, so what
 * changes neither where the person is nor a clock is only added to its history.
 */
final class Rehearsed {

    private final String id;
    private final Pathway pathway;
    private final Calendar calendar;
    private final List<Recorded<JourneyEvent>> events = new ArrayList<>();
    private @Nullable Journey read;
    private boolean planChanged;

    Rehearsed(String id, Pathway pathway, Calendar calendar) {
        this.id = id;
        this.pathway = pathway;
        this.calendar = calendar;
    }

    List<Recorded<JourneyEvent>> events() {
        return events;
    }

    /** The journey; its plan may lack what was planned since it was last read as a whole. */
    Journey journey() {
        Journey journey = read;
        return journey == null ? whole() : journey;
    }

    /** The journey with all that the rules ask about such a command. */
    Journey journeyFor(JourneyCommand command) {
        boolean asksPlan = command instanceof JourneyCommand.MakeVisit
                || command instanceof JourneyCommand.MissVisit
                || command instanceof JourneyCommand.ReviewGoal
                || command instanceof JourneyCommand.FinishAction;
        return asksPlan && planChanged ? whole() : journey();
    }

    /** The journey, read from all its events. */
    Journey whole() {
        Journey journey = Journey.of(pathway, calendar, events);
        read = journey;
        planChanged = false;
        return journey;
    }

    List<Recorded<JourneyEvent>> add(List<JourneyEvent> happened, Instant at, Actor by) {
        List<Recorded<JourneyEvent>> added = new ArrayList<>();
        for (JourneyEvent event : happened) {
            added.add(new Recorded<>(Subject.journey(id), events.size() + added.size() + 1, at, at, by, event));
        }
        events.addAll(added);
        Journey before = read;
        planChanged |= happened.stream()
                .anyMatch(e -> e instanceof JourneyEvent.VisitPlanned || e instanceof JourneyEvent.GoalSet);
        read = before != null && happened.stream().allMatch(e -> isAside(e, before.state())) ? with(before) : null;
        return added;
    }

    private Journey with(Journey before) {
        return new Journey(
                before.id(),
                before.person(),
                before.pathway(),
                before.opening(),
                before.openedAt(),
                events.size(),
                before.state(),
                before.clocks(),
                before.delays(),
                before.plan(),
                new History(events));
    }

    /** True for what changes neither the state nor a clock nor a delay. */
    private static boolean isAside(JourneyEvent event, State state) {
        return switch (event) {
            case JourneyEvent.TeamAssigned e -> true;
            case JourneyEvent.StaffAssigned e -> true;
            case JourneyEvent.CoordinatorNamed e -> true;
            case JourneyEvent.FindingRecorded e -> true;
            case JourneyEvent.TreatmentGiven e -> true;
            case JourneyEvent.VisitPlanned e -> true;
            case JourneyEvent.VisitMade e -> true;
            case JourneyEvent.VisitMissed e -> true;
            case JourneyEvent.GoalSet e -> true;
            case JourneyEvent.GoalReviewed e -> true;
            case JourneyEvent.OutcomeMeasured e -> true;
            case JourneyEvent.CommandRefused e -> true;
            case JourneyEvent.FollowedUp e -> true;
            case JourneyEvent.ContactMade e -> state instanceof State.InStep s && s.firstContact() != null;
            default -> false;
        };
    }
}
