package uk.homeward.journey.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.AssessmentEvent.Asked;
import uk.homeward.journey.event.PersonEvent;

/**
 * What becomes of answers that are given to a form: what the person is told to have said, how each question came to be asked,
 * and what cannot be kept. An answer that is known and valid is asked again only for a reason; the same answer without a
 * reason was not asked.
 */
public record Asking(List<PersonEvent> facts, List<Asked> asked, Map<String, String> faults) {

    private static final List<String> SURE = List.of("certain", "likely", "unsure");

    public Asking {
        facts = List.copyOf(facts);
        asked = List.copyOf(asked);
        faults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** Weighs every answer by itself, so that people hear of all faults at once. */
    public static Asking of(Bank bank, Form form, Known known, List<Given> given, Instant now) {
        List<PersonEvent> facts = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (Given g : given) {
            Optional<Question> question =
                    form.questions().contains(g.question()) ? bank.question(g.question()) : Optional.empty();
            if (question.isEmpty()) {
                faults.put(g.question(), "The form does not ask (" + g.question() + "). Leave it out.");
                continue;
            }
            Optional<Known.Answer> valid = known.valid(question.get(), now);
            if (valid.filter(a -> isSame(a, g)).isPresent()) {
                continue;
            }
            Optional<String> fault = fault(question.get(), g, valid);
            if (fault.isPresent()) {
                faults.put(g.question(), fault.get());
            } else {
                facts.add(fact(question.get(), g, valid.isPresent() ? g.why() : null));
                asked.add(
                        new Asked(g.question(), how(known.answer(question.get()).isPresent(), valid.isPresent())));
            }
        }
        return new Asking(facts, asked, faults);
    }

    private static boolean isSame(Known.Answer known, Given given) {
        return given.why().isBlank() && known.value().equals(given.answer());
    }

    private static Optional<String> fault(Question question, Given given, Optional<Known.Answer> valid) {
        Optional<String> wrong = question.fault(given.answer());
        if (wrong.isPresent()) {
            return wrong;
        }
        if (!SURE.contains(given.sure())) {
            return Optional.of("Choose how sure the answer is: one of " + SURE + ".");
        }
        return valid.isPresent() && given.why().isBlank()
                ? Optional.of("This was answered before (by " + valid.get().by().name()
                        + "). Write why it has to be asked again.")
                : Optional.empty();
    }

    private static PersonEvent fact(Question question, Given given, @Nullable String why) {
        if (question.from().equals("matters")) {
            return new PersonEvent.MattersRecorded(given.answer());
        }
        if (question.from().startsWith("wish:")) {
            return new PersonEvent.WishRecorded(question.from().substring("wish:".length()), given.answer());
        }
        return new PersonEvent.StoryAnswered(question.id(), given.answer(), given.sure(), why);
    }

    private static AssessmentEvent.Asking how(boolean isKnown, boolean isValid) {
        if (!isKnown) {
            return AssessmentEvent.Asking.NEW;
        }
        return isValid ? AssessmentEvent.Asking.AGAIN : AssessmentEvent.Asking.OUTDATED;
    }
}
