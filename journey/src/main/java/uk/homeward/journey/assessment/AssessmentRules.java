package uk.homeward.journey.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.assessment.AssessmentCommand.AnswerChallenge;
import uk.homeward.journey.assessment.AssessmentCommand.Ask;
import uk.homeward.journey.assessment.AssessmentCommand.Begin;
import uk.homeward.journey.assessment.AssessmentCommand.Challenge;
import uk.homeward.journey.assessment.AssessmentCommand.Complete;
import uk.homeward.journey.assessment.AssessmentCommand.Rely;
import uk.homeward.journey.assessment.AssessmentCommand.Withdraw;

/** What may be told to an assessment. Each rule is one short method that allows, or refuses with what to do. */
final class AssessmentRules {

    private static final Optional<Refused> ALLOWED = Optional.empty();

    /** One rule; the assessment is null before it is begun. */
    @FunctionalInterface
    interface Rule {
        Optional<Refused> answer(@Nullable Assessment assessment, AssessmentCommand command, AssessmentSituation at);
    }

    private static final List<Rule> ALL = List.of(
            AssessmentRules::isBegunOnce,
            AssessmentRules::hasAForm,
            AssessmentRules::oneIsEnough,
            AssessmentRules::isOpen,
            AssessmentRules::belongsToThoseWhoMakeIt,
            AssessmentRules::isWhole,
            AssessmentRules::isReliedOnByAgreement,
            AssessmentRules::isChallengedByAnother,
            AssessmentRules::challengeSaysWhy,
            AssessmentRules::challengeIsOpen,
            AssessmentRules::challengeIsAnsweredByThoseWhoMadeIt,
            AssessmentRules::withdrawalSaysWhy);

    private AssessmentRules() {}

    static Optional<Refused> check(@Nullable Assessment assessment, AssessmentCommand command, AssessmentSituation at) {
        return ALL.stream()
                .flatMap(rule -> rule.answer(assessment, command, at).stream())
                .findFirst();
    }

    private static Optional<Refused> isBegunOnce(@Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (c instanceof Begin) {
            return a == null ? ALLOWED : Refused.because("already-begun", "This assessment was begun before. Open it.");
        }
        return a == null
                ? Refused.because("no-assessment", "There is no such assessment. Begin one from the person's forms.")
                : ALLOWED;
    }

    private static Optional<Refused> hasAForm(@Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        return c instanceof Begin begin && at.bank().form(begin.form()).isEmpty()
                ? Refused.because(
                        "no-form",
                        "The place has no form (" + begin.form() + "). Choose one of "
                                + at.bank().forms().keySet() + ".")
                : ALLOWED;
    }

    /** Whoever can rely on an assessment says why they make another. */
    private static Optional<Refused> oneIsEnough(@Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (!(c instanceof Begin begin) || !begin.again().isBlank()) {
            return ALLOWED;
        }
        return at.others().stream()
                .filter(o -> o.form().equals(begin.form()))
                .filter(o -> o.state() instanceof Assessment.Open
                        || o.standsFor(at.by().organisation(), at.today()))
                .findFirst()
                .flatMap(o -> Refused.because(
                        "one-is-enough",
                        o.state() instanceof Assessment.Open
                                ? o.by().name() + " fills this form for the same person now. Open it, or write why"
                                        + " another is needed."
                                : "An assessment of " + o.by().name()
                                        + " stands, and you may rely on it. Use it, or write why another is needed."));
    }

    private static Optional<Refused> isOpen(@Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        boolean fills = c instanceof Ask || c instanceof Complete || c instanceof Withdraw;
        return fills && a != null && !(a.state() instanceof Assessment.Open)
                ? Refused.because("not-open", "This assessment was finished. Begin another where one is needed.")
                : ALLOWED;
    }

    private static Optional<Refused> belongsToThoseWhoMakeIt(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        boolean finishes = c instanceof Complete || c instanceof Withdraw;
        return finishes && a != null && !a.by().organisation().equals(at.by().organisation())
                ? Refused.because(
                        "not-yours",
                        "Another organisation began this assessment (" + a.by().organisation()
                                + "). You may add answers; they finish it.")
                : ALLOWED;
    }

    private static Optional<Refused> isWhole(@Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (!(c instanceof Complete) || a == null) {
            return ALLOWED;
        }
        List<Question> missing = at.bank().form(a.form()).orElseThrow().needed().stream()
                .map(q -> at.bank().question(q).orElseThrow())
                .filter(q -> at.known().valid(q, at.at()).isEmpty())
                .toList();
        return missing.isEmpty()
                ? ALLOWED
                : Refused.because(
                        "not-whole",
                        "Still to be asked: "
                                + missing.stream().map(Question::text).collect(Collectors.joining(" "))
                                + " Where nobody can tell, say so.");
    }

    private static Optional<Refused> isReliedOnByAgreement(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (!(c instanceof Rely) || a == null) {
            return ALLOWED;
        }
        return a.standsFor(at.by().organisation(), at.today())
                        && !a.by().organisation().equals(at.by().organisation())
                ? ALLOWED
                : Refused.because(
                        "no-agreement",
                        "No agreement lets your organisation rely on this assessment today. Make your own, or ask for"
                                + " an agreement.");
    }

    private static Optional<Refused> isChallengedByAnother(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        return c instanceof Challenge
                        && a != null
                        && a.by().organisation().equals(at.by().organisation())
                ? Refused.because(
                        "own-assessment",
                        "Your organisation made this assessment. The receiving side challenges it; you begin a new"
                                + " one.")
                : ALLOWED;
    }

    private static Optional<Refused> challengeSaysWhy(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (!(c instanceof Challenge challenge) || a == null) {
            return ALLOWED;
        }
        if (!(a.state() instanceof Assessment.Complete)) {
            return Refused.because(
                    "not-complete", "Only a finished assessment that nobody challenges can be challenged.");
        }
        return challenge.reason().isBlank()
                ? Refused.because("no-reason", "Write what is wrong, so that those who made it can answer.")
                : ALLOWED;
    }

    private static Optional<Refused> challengeIsOpen(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        if (!(c instanceof AnswerChallenge answer) || a == null) {
            return ALLOWED;
        }
        if (!(a.state() instanceof Assessment.Challenged)) {
            return Refused.because("no-challenge", "Nobody challenges this assessment, so there is nothing to answer.");
        }
        return answer.words().isBlank()
                ? Refused.because("no-words", "Write what you found, and what happens now.")
                : ALLOWED;
    }

    private static Optional<Refused> challengeIsAnsweredByThoseWhoMadeIt(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        return c instanceof AnswerChallenge
                        && a != null
                        && !a.by().organisation().equals(at.by().organisation())
                ? Refused.because("not-yours", "Those who made the assessment answer the challenge.")
                : ALLOWED;
    }

    private static Optional<Refused> withdrawalSaysWhy(
            @Nullable Assessment a, AssessmentCommand c, AssessmentSituation at) {
        return c instanceof Withdraw withdraw && withdraw.reason().isBlank()
                ? Refused.because("no-reason", "Write why it is given up.")
                : ALLOWED;
    }
}
