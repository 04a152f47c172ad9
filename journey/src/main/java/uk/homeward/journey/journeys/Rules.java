package uk.homeward.journey.journeys;

import static uk.homeward.journey.journeys.Rule.ALLOWED;
import static uk.homeward.journey.journeys.Rule.refuse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.Target;

/** The rules of journeys, in the order in which they are asked. Each is one short method with its own test. */
final class Rules {

    static final List<Rule> ALL = List.of(
            Rules::journeyIsOpen,
            Rules::onlyClosedReferralsReopen,
            Rules::referralAwaitsAnswer,
            Rules::stepIsWaitedFor,
            Rules::placesCoverTheStep,
            Rules::stepIsRunning,
            Rules::decisionIsDue,
            Rules::optionExists,
            Rules::roleMayDecide,
            Rules::enoughProfessions,
            Rules::wishIsRecorded,
            Rules::reasonIsGiven,
            Rules::noAdmissionWithoutIllness,
            Rules::homeFirst,
            Rules::enablementFirst,
            Rules::goalIsKnown,
            Rules::visitIsPlanned,
            Rules::actionIsOpen,
            Rules::clockMayPause,
            Rules::personIsDelayed,
            Rules::amendedEventExists);

    private Rules() {}

    static Optional<Answer.Refused> check(Journey journey, JourneyCommand command, Situation situation) {
        return ALL.stream()
                .map(rule -> rule.check(journey, command, situation))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Answer.Refused> journeyIsOpen(Journey j, JourneyCommand c, Situation s) {
        boolean afterwards = c instanceof JourneyCommand.Reopen
                || c instanceof JourneyCommand.FollowUp
                || c instanceof JourneyCommand.AddNote
                || c instanceof JourneyCommand.Amend;
        return j.state().isOpen() || afterwards
                ? ALLOWED
                : refuse("journey-ended", "This journey has ended. Reopen it, or open a new one.");
    }

    private static Optional<Answer.Refused> onlyClosedReferralsReopen(Journey j, JourneyCommand c, Situation s) {
        boolean closed = j.state() instanceof State.Declined || j.state() instanceof State.Withdrawn;
        return !(c instanceof JourneyCommand.Reopen) || closed
                ? ALLOWED
                : refuse("not-closed", "Only a referral that was declined or withdrawn can be reopened.");
    }

    private static Optional<Answer.Refused> referralAwaitsAnswer(Journey j, JourneyCommand c, Situation s) {
        boolean asks = c instanceof JourneyCommand.Accept
                || c instanceof JourneyCommand.AskForMore
                || c instanceof JourneyCommand.Decline;
        boolean unanswered = !j.isAccepted()
                && (j.state() instanceof State.Referred || j.state() instanceof State.AwaitingInformation);
        if (asks && !unanswered) {
            return refuse("already-answered", "This referral has been answered already. Look at its timeline.");
        }
        return c instanceof JourneyCommand.GiveInformation && !(j.state() instanceof State.AwaitingInformation)
                ? refuse("nothing-asked", "Nobody asked for more information.")
                : ALLOWED;
    }

    private static Optional<Answer.Refused> stepIsWaitedFor(Journey j, JourneyCommand c, Situation s) {
        return !(c instanceof JourneyCommand.StartStep) || j.state() instanceof State.Waiting
                ? ALLOWED
                : refuse(
                        "nothing-to-start", "The person does not wait for a step. Somebody may have begun it already.");
    }

    private static Optional<Answer.Refused> placesCoverTheStep(Journey j, JourneyCommand c, Situation s) {
        if (!(c instanceof JourneyCommand.StartStep start) || !(j.state() instanceof State.Waiting waiting)) {
            return ALLOWED;
        }
        Set<PoolId> missing =
                new HashSet<>(j.pathway().get(waiting.step()).occupies().keySet());
        missing.removeAll(start.places().stream().map(Place::pool).toList());
        return missing.isEmpty()
                ? ALLOWED
                : refuse("place-missing", "No free place was named in: " + missing + ". Choose one, or wait.");
    }

    private static Optional<Answer.Refused> stepIsRunning(Journey j, JourneyCommand c, Situation s) {
        boolean needs = c instanceof JourneyCommand.MakeContact || c instanceof JourneyCommand.CompleteStep;
        return !needs || j.state() instanceof State.InStep || canBeginAtOnce(j)
                ? ALLOWED
                : refuse("no-step", "No step is running. Begin it first.");
    }

    private static Optional<Answer.Refused> decisionIsDue(Journey j, JourneyCommand c, Situation s) {
        return !(c instanceof JourneyCommand.Decide) || dueDecision(j).isPresent()
                ? ALLOWED
                : refuse("nothing-to-decide", "No decision is due. Somebody may have decided already.");
    }

    private static Optional<Answer.Refused> optionExists(Journey j, JourneyCommand c, Situation s) {
        return deciding(j, c)
                .filter(d -> d.decision().options().stream()
                        .noneMatch(o -> o.id().equals(d.command().option())))
                .flatMap(d -> refuse(
                        "unknown-option",
                        "'" + d.command().option() + "' is not an answer to: "
                                + d.decision().question()));
    }

    private static Optional<Answer.Refused> roleMayDecide(Journey j, JourneyCommand c, Situation s) {
        return deciding(j, c)
                .filter(d -> !s.by().isSystem()
                        && !d.decision().decidedBy().isEmpty()
                        && !d.decision().decidedBy().contains(s.by().role()))
                .flatMap(d -> refuse(
                        "role-may-not-decide",
                        "This decision belongs to: " + d.decision().decidedBy() + ". Ask one of them."));
    }

    private static Optional<Answer.Refused> enoughProfessions(Journey j, JourneyCommand c, Situation s) {
        return deciding(j, c)
                .filter(d -> Set.copyOf(d.command().professions()).size()
                        < d.decision().professions())
                .flatMap(d -> refuse(
                        "professions-missing",
                        (d.decision().professions() == 1
                                        ? "No profession was named. "
                                        : "At least " + d.decision().professions()
                                                + " different professions decide this together. ")
                                + "Name who took part."));
    }

    private static Optional<Answer.Refused> wishIsRecorded(Journey j, JourneyCommand c, Situation s) {
        return deciding(j, c)
                .filter(d -> d.decision().asksWish() && isBlank(d.command().personsWish()))
                .flatMap(d -> refuse(
                        "wish-missing",
                        "What does the person want? Record their own wish, or that it could not be asked and why."));
    }

    private static Optional<Answer.Refused> reasonIsGiven(Journey j, JourneyCommand c, Situation s) {
        return chosen(j, c)
                .filter(ch -> ch.option().needsReason() && isBlank(ch.command().reason()))
                .flatMap(ch -> refuse(
                        "reason-missing",
                        "'" + ch.option().title() + "' needs a reason: why did no alternative serve?"));
    }

    /** Somebody who is not acutely ill is not admitted: the alternatives are named. */
    private static Optional<Answer.Refused> noAdmissionWithoutIllness(Journey j, JourneyCommand c, Situation s) {
        return chosen(j, c)
                .filter(ch -> Story.saysNotAcutelyIll(s.story()) && leadsTo(j, ch.option(), Step.Setting.HOSPITAL))
                .flatMap(ch -> refuse(
                        "no-acute-need",
                        "The story says that this person is not acutely ill. Choose one of: "
                                + dueDecision(j).orElseThrow().options().stream()
                                        .filter(o -> !leadsTo(j, o, Step.Setting.HOSPITAL))
                                        .map(Decision.Option::title)
                                        .toList()
                                + ", or record what changed."));
    }

    /** A bed is not chosen without a reason for a person whose own story says that home is possible. */
    private static Optional<Answer.Refused> homeFirst(Journey j, JourneyCommand c, Situation s) {
        return chosen(j, c)
                .filter(ch -> Story.saysHomeIsPossible(s.story())
                        && leadsTo(j, ch.option(), Step.Setting.COMMUNITY_BED)
                        && isBlank(ch.command().reason()))
                .flatMap(ch -> refuse(
                        "home-first",
                        "The story says that this person can go home (" + Story.whyHome(s.story())
                                + "). Offer home first, or give the reason why a bed is needed."));
    }

    /** Long-term support is not planned before enablement was offered, unless there is a reason. */
    private static Optional<Answer.Refused> enablementFirst(Journey j, JourneyCommand c, Situation s) {
        return chosen(j, c)
                .filter(ch -> ch.option().to().name().startsWith("assessment-")
                        && !hadEnablement(j)
                        && isBlank(ch.command().reason()))
                .flatMap(ch -> refuse(
                        "enablement-first",
                        "Enablement is offered before long-term support. Give the reason why it would not help."));
    }

    private static Optional<Answer.Refused> goalIsKnown(Journey j, JourneyCommand c, Situation s) {
        if (!(c instanceof JourneyCommand.ReviewGoal review)) {
            return ALLOWED;
        }
        if (j.plan().goals().stream().noneMatch(g -> g.id().equals(review.goal()))) {
            return refuse("unknown-goal", "This goal is not in the plan.");
        }
        return review.progress() < 0 || review.progress() > 10
                ? refuse("progress-out-of-range", "Progress lies between 0 and 10.")
                : ALLOWED;
    }

    private static Optional<Answer.Refused> visitIsPlanned(Journey j, JourneyCommand c, Situation s) {
        String visit = c instanceof JourneyCommand.MakeVisit m
                ? m.visit()
                : c instanceof JourneyCommand.MissVisit m ? m.visit() : "";
        return visit.isEmpty()
                        || j.plan().visits().stream()
                                .anyMatch(v -> v.id().equals(visit) && v.state() == Plan.VisitState.PLANNED)
                ? ALLOWED
                : refuse("unknown-visit", "This visit is not planned, or was recorded already.");
    }

    private static Optional<Answer.Refused> actionIsOpen(Journey j, JourneyCommand c, Situation s) {
        return !(c instanceof JourneyCommand.FinishAction f)
                        || j.plan().actions().stream().anyMatch(a -> a.id().equals(f.action()) && a.doneAt() == null)
                ? ALLOWED
                : refuse("unknown-action", "This action is not open.");
    }

    private static Optional<Answer.Refused> clockMayPause(Journey j, JourneyCommand c, Situation s) {
        if (!(c instanceof JourneyCommand.PauseClock pause)) {
            return ALLOWED;
        }
        Standard standard = j.pathway().standards().get(pause.standard());
        if (standard == null || !standard.pauses().contains(pause.reason())) {
            return refuse(
                    "may-not-pause",
                    "This clock cannot be paused for '" + pause.reason() + "'"
                            + (standard == null ? "." : "; allowed: " + standard.pauses()));
        }
        return j.clocks().stream().anyMatch(k -> k.standard().equals(pause.standard()) && k.isRunning())
                ? ALLOWED
                : refuse("clock-not-running", "This clock is not running.");
    }

    private static Optional<Answer.Refused> personIsDelayed(Journey j, JourneyCommand c, Situation s) {
        return !(c instanceof JourneyCommand.NameDelay) || j.currentDelay().isPresent()
                ? ALLOWED
                : refuse("not-delayed", "The person is not ready and waiting, so there is no delay to explain.");
    }

    private static Optional<Answer.Refused> amendedEventExists(Journey j, JourneyCommand c, Situation s) {
        return !(c instanceof JourneyCommand.Amend a) || (a.sequence() >= 1 && a.sequence() <= j.version())
                ? ALLOWED
                : refuse("unknown-event", "This journey has no event with that number.");
    }

    /** The decision that is due now, or that becomes due when the running step is completed. */
    static Optional<Decision> dueDecision(Journey journey) {
        return switch (journey.state()) {
            case State.Deciding d -> Optional.of(journey.pathway().get(d.decision()));
            case State.InStep s -> after(journey, journey.pathway().get(s.step()));
            case State.Waiting w ->
                canBeginAtOnce(journey) ? after(journey, journey.pathway().get(w.step())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Decision> after(Journey journey, Step step) {
        return step.then() instanceof Target.ToDecision(var decision)
                ? Optional.of(journey.pathway().get(decision))
                : Optional.empty();
    }

    /** True if the step that is waited for occupies nothing: whoever acts on it has thereby begun it. */
    static boolean canBeginAtOnce(Journey journey) {
        return journey.state() instanceof State.Waiting w
                && journey.pathway().get(w.step()).occupies().isEmpty();
    }

    private static boolean leadsTo(Journey journey, Decision.Option option, Step.Setting setting) {
        return option.to() instanceof Target.ToStep(var step)
                && journey.pathway().get(step).setting() == setting;
    }

    private static boolean hadEnablement(Journey journey) {
        return journey.history().events().stream()
                .anyMatch(r -> r.event() instanceof JourneyEvent.StepStarted e
                        && journey.pathway()
                                .find(e.step())
                                .map(step -> step.records().contains("outcome"))
                                .orElse(false));
    }

    private record Deciding(JourneyCommand.Decide command, Decision decision) {}

    private record Chosen(JourneyCommand.Decide command, Decision.Option option) {}

    private static Optional<Deciding> deciding(Journey journey, JourneyCommand command) {
        return command instanceof JourneyCommand.Decide decide
                ? dueDecision(journey).map(d -> new Deciding(decide, d))
                : Optional.empty();
    }

    private static Optional<Chosen> chosen(Journey journey, JourneyCommand command) {
        return deciding(journey, command)
                .map(d -> new Chosen(d.command(), d.decision().get(d.command().option())));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
