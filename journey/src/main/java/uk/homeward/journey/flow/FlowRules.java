package uk.homeward.journey.flow;

import static uk.homeward.journey.flow.FlowRule.ALLOWED;
import static uk.homeward.journey.flow.FlowRule.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.flow.FlowAnswer.Refused;

/** The rules about stays, in the order in which they are asked. Each is one short method with its own test. */
final class FlowRules {

    static final List<FlowRule> ALL = List.of(
            FlowRules::stayCameAbout,
            FlowRules::onlyAfterwardsOnceTheyLeft,
            FlowRules::notBeforeTheStay,
            FlowRules::reasonForAChangedDate,
            FlowRules::dateIsPossible,
            FlowRules::criteriaAreTheirOwn,
            FlowRules::criterionIsKnown,
            FlowRules::needDoesNotContradictItself,
            FlowRules::bedAfterNeed,
            FlowRules::homeFirst,
            FlowRules::dayIsOfTheStay,
            FlowRules::redAndGreenSayWhy,
            FlowRules::moveHappened,
            FlowRules::longStayIsOneOfThree,
            TaskRules::taskIsNew,
            TaskRules::taskIsOpen,
            LeavingRules::readyBeforeHeldUp,
            LeavingRules::causeHoldsInHospital,
            LeavingRules::summaryIsWhole,
            LeavingRules::summaryWasSent,
            LeavingRules::outsideSomebodyAccepts,
            LeavingRules::onlyWhoLeftTheNetworkIsHandedOver,
            LeavingRules::departureIsAhead,
            LeavingRules::nobodyAloneLateUnseen,
            LeavingRules::checkWasNamed,
            FlowRules::amendedFactExists);

    private FlowRules() {}

    static Optional<Refused> check(Flow flow, FlowCommand command, FlowSituation situation) {
        return ALL.stream()
                .map(rule -> rule.check(flow, command, situation))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refused> stayCameAbout(Flow f, FlowCommand c, FlowSituation s) {
        return switch (f.spell().state()) {
            case CANCELLED -> refuse("stay-cancelled", "This stay never came about: its admission was cancelled.");
            case ARRIVED, ADMITTED, LEFT -> ALLOWED;
        };
    }

    private static Optional<Refused> onlyAfterwardsOnceTheyLeft(Flow f, FlowCommand c, FlowSituation s) {
        boolean afterwards = c instanceof FlowCommand.SendSummary
                || c instanceof FlowCommand.AcknowledgeSummary
                || c instanceof FlowCommand.KeepDecision
                || c instanceof FlowCommand.CheckArrival
                || c instanceof FlowCommand.NameArrivalCheck
                || c instanceof FlowCommand.NameDestination
                || c instanceof FlowCommand.HandOver
                || c instanceof FlowCommand.ExplainMove
                || c instanceof FlowCommand.AddNote
                || c instanceof FlowCommand.AmendFact;
        boolean happenedAfter =
                f.spell().leftAt() != null && s.at().isAfter(f.spell().leftAt());
        return happenedAfter && !afterwards
                ? refuse("has-left", "They have left. Give the time at which it happened, if it was before that.")
                : ALLOWED;
    }

    private static Optional<Refused> notBeforeTheStay(Flow f, FlowCommand c, FlowSituation s) {
        boolean before =
                f.spell().arrivedAt() != null && s.at().isBefore(f.spell().arrivedAt());
        return before ? refuse("before-the-stay", "That is before they came. Give when it happened.") : ALLOWED;
    }

    private static Optional<Refused> reasonForAChangedDate(Flow f, FlowCommand c, FlowSituation s) {
        boolean silent = c instanceof FlowCommand.SetDate set
                && set.reason().isBlank()
                && f.expectedDay().filter(day -> !day.equals(set.day())).isPresent();
        return silent
                ? refuse(
                        "reason-missing",
                        "The expected date was " + f.expectedDay().orElseThrow()
                                + ". Say why it changes: wards learn from the reasons.")
                : ALLOWED;
    }

    private static Optional<Refused> dateIsPossible(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.SetDate set)) {
            return ALLOWED;
        }
        LocalDate today = f.place().day(s.at());
        if (set.day().isBefore(today)) {
            return refuse("date-is-past", "An expected date lies ahead. Choose today (" + today + ") or later.");
        }
        return set.day().isAfter(today.plusYears(1))
                ? refuse("date-is-far", "That is more than a year ahead (" + set.day() + "). Maybe: check the year.")
                : ALLOWED;
    }

    private static Optional<Refused> criteriaAreTheirOwn(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.SetCriteria set)) {
            return ALLOWED;
        }
        return set.words().toLowerCase(java.util.Locale.ROOT).contains("back to baseline")
                ? refuse(
                        "criteria-vague",
                        "'Back to baseline' cannot be seen. Write what this person must be able to do, such as"
                                + " 'walks ten metres with a frame'.")
                : ALLOWED;
    }

    private static Optional<Refused> criterionIsKnown(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.Review review)) {
            return ALLOWED;
        }
        if (!review.met()) {
            return review.criterion().isEmpty()
                    ? ALLOWED
                    : refuse("criterion-and-none", "Either a criterion is met, or none is. Choose one.");
        }
        return f.place().criteria().find(review.criterion()).isPresent()
                ? ALLOWED
                : refuse(
                        "criterion-missing",
                        "Say which criterion keeps them in an acute bed. If none does, they no longer meet them.");
    }

    private static Optional<Refused> needDoesNotContradictItself(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.DescribeNeed describe)) {
            return ALLOWED;
        }
        if (describe.needs().isEmpty()) {
            return refuse("need-missing", "Describe what they need; 'nothing new' is an answer too.");
        }
        return describe.needs().contains(Need.NOTHING_NEW) && describe.needs().size() > 1
                ? refuse("need-contradicts", "'Nothing new' does not go with something that is needed. Take one away.")
                : ALLOWED;
    }

    private static Optional<Refused> bedAfterNeed(Flow f, FlowCommand c, FlowSituation s) {
        return c instanceof FlowCommand.AskForBed && f.need().isEmpty()
                ? refuse("need-first", "Describe what they need first. What is needed decides, not what is free.")
                : ALLOWED;
    }

    private static Optional<Refused> homeFirst(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.AskForBed ask) || f.need().isEmpty()) {
            return ALLOWED;
        }
        Advice advice = Advice.of(f.need().orElseThrow().needs());
        boolean enough = ask.lasting() ? advice.pathway() == 3 : !advice.isHome();
        boolean answered = !ask.whyNotHome().isBlank() && !ask.agreedWith().isBlank();
        return enough || answered
                ? ALLOWED
                : refuse(
                        "home-first",
                        "What was described " + (advice.isHome() ? "can be given at home" : "is for a short time")
                                + ". Offer that first. If it cannot be, say why not and which therapist or senior"
                                + " clinician agreed.");
    }

    private static Optional<Refused> dayIsOfTheStay(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.JudgeDay judge)) {
            return ALLOWED;
        }
        boolean within =
                f.since().map(at -> !judge.day().isBefore(f.place().day(at))).orElse(false)
                        && !judge.day().isAfter(f.place().day(s.at()));
        return within ? ALLOWED : refuse("day-outside", "They were not here on " + judge.day() + ", or it lies ahead.");
    }

    private static Optional<Refused> redAndGreenSayWhy(Flow f, FlowCommand c, FlowSituation s) {
        return c instanceof FlowCommand.JudgeDay judge && judge.reason().isBlank()
                ? refuse(
                        "reason-missing",
                        judge.green()
                                ? "A day is green when something moved them towards leaving. Say what."
                                : "Say what held them up today: reasons for red show what to mend.")
                : ALLOWED;
    }

    private static Optional<Refused> moveHappened(Flow f, FlowCommand c, FlowSituation s) {
        return c instanceof FlowCommand.ExplainMove explain
                        && f.moves().stream().noneMatch(m -> m.move().at().equals(explain.movedAt()))
                ? refuse("no-such-move", "The hospital told of no move at that time. Choose one of those it told of.")
                : ALLOWED;
    }

    private static Optional<Refused> longStayIsOneOfThree(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.ReviewStay review)) {
            return ALLOWED;
        }
        return Limits.LONG_STAYS.contains(review.days())
                ? ALLOWED
                : refuse(
                        "no-such-review",
                        "Long stays are looked at after 7, 14 and 21 days, not " + review.days() + ".");
    }

    private static Optional<Refused> amendedFactExists(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.AmendFact amend)) {
            return ALLOWED;
        }
        Optional<FlowEvent> fact = f.told().stream()
                .filter(told -> told.sequence() == amend.sequence())
                .map(told -> told.event())
                .findFirst();
        boolean amendable = fact.isPresent()
                && !(fact.get() instanceof FlowEvent.FactAmended)
                && !(fact.get() instanceof FlowEvent.FlowRefused);
        if (!amendable) {
            return refuse("no-such-fact", "There is no fact (" + amend.sequence() + ") that could be put right.");
        }
        return amend.correction().isBlank() ? refuse("reason-missing", "Say what was wrong.") : ALLOWED;
    }

    static boolean isOutside(DestinationKind kind) {
        return kind == DestinationKind.OUT_OF_AREA || kind == DestinationKind.OTHER_HOSPITAL;
    }
}
