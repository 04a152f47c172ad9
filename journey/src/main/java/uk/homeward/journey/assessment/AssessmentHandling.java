package uk.homeward.journey.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.AssessmentEvent.Answered;
import uk.homeward.journey.event.AssessmentEvent.Trusted;

/** Which events follow from a command. */
public final class AssessmentHandling {

    private AssessmentHandling() {}

    /** What becomes of a command. */
    public sealed interface Outcome {}

    public record Done(List<AssessmentEvent> events) implements Outcome {

        public Done {
            events = List.copyOf(events);
        }
    }

    /** Not done; the event is kept. */
    public record Not(AssessmentEvent.AssessmentRefused kept) implements Outcome {}

    /** Answers a command; the assessment is null before it is begun. */
    public static Outcome answer(@Nullable Assessment assessment, AssessmentCommand command, AssessmentSituation at) {
        Optional<Refused> refused = AssessmentRules.check(assessment, command, at);
        return refused.isPresent()
                ? new Not(new AssessmentEvent.AssessmentRefused(
                        command.name(), refused.get().code(), refused.get().why()))
                : new Done(events(assessment, command, at));
    }

    private static List<AssessmentEvent> events(
            @Nullable Assessment assessment, AssessmentCommand command, AssessmentSituation at) {
        return switch (command) {
            case AssessmentCommand.Begin c ->
                List.of(new AssessmentEvent.AssessmentBegun(
                        c.person(), c.form(), c.again().isBlank() ? null : c.again()));
            case AssessmentCommand.Ask c ->
                c.asked().isEmpty() ? List.of() : List.of(new AssessmentEvent.QuestionsAsked(c.asked()));
            case AssessmentCommand.Complete c -> List.of(completed(Objects.requireNonNull(assessment), at));
            case AssessmentCommand.Rely c -> relied(Objects.requireNonNull(assessment), at);
            case AssessmentCommand.Challenge c ->
                List.of(new AssessmentEvent.AssessmentChallenged(at.by().organisation(), c.questions(), c.reason()));
            case AssessmentCommand.AnswerChallenge c ->
                List.of(new AssessmentEvent.ChallengeAnswered(c.upheld(), c.words()));
            case AssessmentCommand.Withdraw c -> List.of(new AssessmentEvent.AssessmentWithdrawn(c.reason()));
        };
    }

    private static AssessmentEvent completed(Assessment a, AssessmentSituation at) {
        Form form = at.bank().form(a.form()).orElseThrow();
        List<Answered> answers = at.bank().of(form).stream()
                .flatMap(q -> at.known().valid(q, at.at()).map(known -> answered(q, known)).stream())
                .toList();
        String result = form.result(id ->
                at.known().valid(at.bank().question(id).orElseThrow(), at.at()).map(Known.Answer::value));
        return new AssessmentEvent.AssessmentCompleted(
                a.person(), answers, result, at.today().plusDays(form.validDays()), trusted(form, at));
    }

    private static Answered answered(Question question, Known.Answer known) {
        return new Answered(
                question.id(),
                known.value(),
                known.sure(),
                known.by().name() + ", " + known.by().role(),
                known.at());
    }

    /** Every agreement that covers the form today, for the assessor's organisation and in their role. */
    private static List<Trusted> trusted(Form form, AssessmentSituation at) {
        return at.agreements().entrySet().stream()
                .filter(e -> covers(e.getValue(), form, at))
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Trusted(
                        e.getKey(),
                        e.getValue().receiver(),
                        at.today().plusDays(e.getValue().validDays())))
                .toList();
    }

    private static boolean covers(AgreementEvent.Terms terms, Form form, AssessmentSituation at) {
        return terms.covers(at.today())
                && terms.assessor().equals(at.by().organisation())
                && terms.forms().contains(form.id())
                && terms.roles().contains(at.by().role());
    }

    private static List<AssessmentEvent> relied(Assessment a, AssessmentSituation at) {
        String organisation = at.by().organisation();
        if (a.reliedOn().contains(organisation)) {
            return List.of();
        }
        String agreement = a.complete().orElseThrow().trusted().stream()
                .filter(t -> t.organisation().equals(organisation))
                .map(Trusted::agreement)
                .findFirst()
                .orElse("");
        return List.of(new AssessmentEvent.AssessmentReliedOn(a.person(), organisation, agreement));
    }
}
