package uk.homeward.journey.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.pathway.Target;

/** Answers commands: asks the rules, then says which events follow. */
public final class Handling {

    private Handling() {}

    /** The events with which a new journey begins. */
    public static List<JourneyEvent> open(Pathway pathway, JourneyCommand.Open open) {
        Route route = pathway.get(open.route());
        List<JourneyEvent> events = new ArrayList<>();
        events.add(new JourneyEvent.JourneyOpened(
                open.person(),
                pathway.id(),
                pathway.version(),
                open.route(),
                open.sender(),
                open.reason(),
                open.attributes()));
        if (!route.acceptance()) {
            enter(route.to(), events);
        }
        return events;
    }

    /** Answers a command on a journey that exists. */
    public static Answer answer(Journey journey, JourneyCommand command, Situation situation) {
        Optional<Answer.Refused> refused = Rules.check(journey, command, situation);
        return refused.isPresent() ? refused.get() : new Answer.Done(events(journey, command, situation));
    }

    private static List<JourneyEvent> events(Journey journey, JourneyCommand command, Situation situation) {
        return switch (command) {
            case JourneyCommand.Open c -> open(journey.pathway(), c);
            case JourneyCommand.Accept c -> accept(journey);
            case JourneyCommand.AskForMore c -> one(new JourneyEvent.MoreInformationAsked(c.question()));
            case JourneyCommand.GiveInformation c -> one(new JourneyEvent.InformationGiven(c.answer()));
            case JourneyCommand.Decline c -> one(new JourneyEvent.ReferralDeclined(c.reasonCode(), c.advice()));
            case JourneyCommand.Withdraw c -> withdraw(journey, c);
            case JourneyCommand.Reopen c -> one(new JourneyEvent.JourneyReopened(c.reason()));
            case JourneyCommand.StartStep c -> start(journey, c);
            case JourneyCommand.MakeContact c ->
                withBegun(
                        journey,
                        step -> List.of(new JourneyEvent.ContactMade(step, c.mode(), c.profession(), c.note())));
            case JourneyCommand.CompleteStep c ->
                withBegun(journey, step -> completed(journey.pathway(), step, c.summary(), journey));
            case JourneyCommand.Decide c -> decide(journey, c, situation);
            case JourneyCommand.AssignTeam c -> one(new JourneyEvent.TeamAssigned(c.team()));
            case JourneyCommand.AssignStaff c -> one(new JourneyEvent.StaffAssigned(c.user(), c.staffName()));
            case JourneyCommand.NameCoordinator c ->
                one(new JourneyEvent.CoordinatorNamed(c.user(), c.staffName(), c.phone(), c.organisation()));
            case JourneyCommand.RecordFinding c -> one(new JourneyEvent.FindingRecorded(c.finding()));
            case JourneyCommand.GiveTreatment c -> one(new JourneyEvent.TreatmentGiven(c.treatment(), c.note()));
            case JourneyCommand.PlanVisit c -> one(new JourneyEvent.VisitPlanned(c.visit(), c.at(), c.purpose()));
            case JourneyCommand.MakeVisit c -> one(new JourneyEvent.VisitMade(c.visit(), c.note()));
            case JourneyCommand.MissVisit c -> one(new JourneyEvent.VisitMissed(c.visit(), c.reason()));
            case JourneyCommand.SetGoal c -> one(new JourneyEvent.GoalSet(c.goal(), c.words(), c.due()));
            case JourneyCommand.ReviewGoal c -> one(new JourneyEvent.GoalReviewed(c.goal(), c.progress(), c.note()));
            case JourneyCommand.AddAction c ->
                one(new JourneyEvent.ActionAdded(c.action(), c.what(), c.owner(), c.due()));
            case JourneyCommand.FinishAction c -> one(new JourneyEvent.ActionDone(c.action(), c.note()));
            case JourneyCommand.MeasureOutcome c ->
                one(new JourneyEvent.OutcomeMeasured(c.scale(), c.score(), c.when()));
            case JourneyCommand.PauseClock c -> one(new JourneyEvent.ClockPaused(c.standard(), c.reason()));
            case JourneyCommand.ResumeClock c -> one(new JourneyEvent.ClockResumed(c.standard()));
            case JourneyCommand.NameDelay c -> one(new JourneyEvent.DelayCaused(c.cause(), c.owner(), c.note()));
            case JourneyCommand.FollowUp c -> one(new JourneyEvent.FollowedUp(c.followUp(), c.whereabouts(), c.note()));
            case JourneyCommand.AddNote c -> one(new JourneyEvent.NoteAdded(c.note()));
            case JourneyCommand.Amend c ->
                one(new JourneyEvent.EventAmended(c.sequence(), c.occurredAt(), c.correction()));
        };
    }

    private static List<JourneyEvent> one(JourneyEvent event) {
        return List.of(event);
    }

    private static List<JourneyEvent> accept(Journey journey) {
        List<JourneyEvent> events = new ArrayList<>(one(new JourneyEvent.ReferralAccepted()));
        enter(journey.pathway().get(journey.route()).to(), events);
        return events;
    }

    private static List<JourneyEvent> withdraw(Journey journey, JourneyCommand.Withdraw command) {
        List<JourneyEvent> events = new ArrayList<>();
        leaveHeld(journey, events);
        if (journey.state() instanceof State.InStep s) {
            events.add(new JourneyEvent.StepLeft(s.step()));
        }
        events.add(new JourneyEvent.ReferralWithdrawn(command.reason()));
        return events;
    }

    private static List<JourneyEvent> start(Journey journey, JourneyCommand.StartStep command) {
        State.Waiting waiting = (State.Waiting) journey.state();
        List<JourneyEvent> events = new ArrayList<>();
        leaveHeld(journey, events);
        events.add(new JourneyEvent.StepStarted(waiting.step(), command.places()));
        return events;
    }

    /** What is done in a step; a step that occupies nothing begins with the first thing that is done in it. */
    private static List<JourneyEvent> withBegun(
            Journey journey, java.util.function.Function<StepId, List<JourneyEvent>> done) {
        List<JourneyEvent> events = new ArrayList<>();
        StepId step;
        if (journey.state() instanceof State.InStep running) {
            step = running.step();
        } else {
            step = ((State.Waiting) journey.state()).step();
            leaveHeld(journey, events);
            events.add(new JourneyEvent.StepStarted(step, List.of()));
        }
        events.addAll(done.apply(step));
        return events;
    }

    private static List<JourneyEvent> completed(Pathway pathway, StepId id, String summary, Journey journey) {
        List<JourneyEvent> events = new ArrayList<>();
        Step step = pathway.get(id);
        events.add(new JourneyEvent.StepCompleted(id, summary));
        boolean keeps = step.keepsPlace() && !journey.state().places().isEmpty();
        if (!keeps) {
            events.add(new JourneyEvent.StepLeft(id));
        }
        if (!(step.then() instanceof Target.ToDecision)) {
            go(step.then(), keeps ? id : null, events);
        }
        return events;
    }

    private static List<JourneyEvent> decide(Journey journey, JourneyCommand.Decide command, Situation situation) {
        List<JourneyEvent> events = new ArrayList<>();
        StepId keeping = null;
        if (journey.state() instanceof State.Deciding deciding) {
            keeping = deciding.held().step();
        } else {
            events.addAll(withBegun(journey, step -> completed(journey.pathway(), step, "", journey)));
            if (events.getLast() instanceof JourneyEvent.StepCompleted(StepId step, String ignored)) {
                keeping = step;
            }
        }
        Decision decision = Rules.dueDecision(journey).orElseThrow();
        Decision.Option option = decision.get(command.option());
        events.add(new JourneyEvent.DecisionMade(
                decision.id(),
                option.id(),
                command.reason(),
                command.professions(),
                command.personsWish(),
                command.familysView()));
        advocate(command, situation, events);
        secondLook(journey, option, situation, events);
        go(option.to(), keeping, events);
        return events;
    }

    /** Where the family sees it otherwise than the person, an independent advocate is offered within a day. */
    private static void advocate(JourneyCommand.Decide command, Situation situation, List<JourneyEvent> events) {
        String wish = command.personsWish();
        String view = command.familysView();
        if (wish != null && view != null && !view.isBlank() && !view.equalsIgnoreCase(wish)) {
            events.add(new JourneyEvent.ActionAdded(
                    "advocate-" + situation.at().toEpochMilli(),
                    "Offer an independent advocate: the person's wish and the family's view differ",
                    "coordinator",
                    situation
                            .at()
                            .atZone(situation.calendar().zone())
                            .toLocalDate()
                            .plusDays(1)));
        }
    }

    /** Who was independent before and is not offered enablement is looked at by a therapist on the next working day. */
    private static void secondLook(
            Journey journey, Decision.Option option, Situation situation, List<JourneyEvent> events) {
        boolean longTerm = option.to() instanceof Target.ToExit(var exit)
                ? journey.pathway().get(exit).outcome() == Exit.Outcome.HOME_WITH_SUPPORT
                        || journey.pathway().get(exit).outcome() == Exit.Outcome.CARE_HOME
                : option.to().name().startsWith("assessment-");
        if (longTerm && Story.saysIndependentBefore(situation.story())) {
            events.add(new JourneyEvent.ActionAdded(
                    "second-look-" + situation.at().toEpochMilli(),
                    "Was independent before and is not offered enablement: could it help?",
                    "therapist",
                    situation.calendar().nextWorkingDay(situation.at())));
        }
    }

    /** Goes on to a target; a place that is kept is left at the exit, or when the next step begins. */
    private static void go(Target target, @Nullable StepId keeping, List<JourneyEvent> events) {
        if (target instanceof Target.ToExit && keeping != null) {
            events.add(new JourneyEvent.StepLeft(keeping));
        }
        enter(target, events);
    }

    private static void enter(Target target, List<JourneyEvent> events) {
        switch (target) {
            case Target.ToStep(StepId step) -> events.add(new JourneyEvent.StepRequested(step));
            case Target.ToExit(var exit) -> events.add(new JourneyEvent.JourneyEnded(exit, ""));
            case Target.ToDecision decision -> {} // the state says which decision is due
        }
    }

    private static void leaveHeld(Journey journey, List<JourneyEvent> events) {
        State.Held held = switch (journey.state()) {
            case State.Waiting w -> w.held();
            case State.Deciding d -> d.held();
            default -> State.Held.NOTHING;
        };
        if (held.step() != null) {
            events.add(new JourneyEvent.StepLeft(held.step()));
        }
    }
}
