package uk.homeward.journey.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;

/** What a person has told, by the question: the last answer, who has it from whom, and how often it was asked. */
public final class Known {

    private final Map<String, Answer> answers = new HashMap<>();

    private Known() {}

    /**
     * An answer as it stands.
     *
     * @param asked how often the question was asked
     * @param again how often it was asked although the answer was known and valid
     */
    public record Answer(String value, String sure, Actor by, Instant at, int asked, int again) {

        /** True while it need not be asked again. */
        public boolean isValid(Question question, Instant now) {
            return question.validDays() == 0 || now.isBefore(at.plus(question.validDays(), ChronoUnit.DAYS));
        }
    }

    /** Everything that was told of a person, under whichever of their records. */
    public static Known of(List<Recorded<PersonEvent>> told) {
        Known known = new Known();
        told.stream().sorted(Comparator.comparing(Recorded::occurredAt)).forEach(known::take);
        return known;
    }

    private void take(Recorded<PersonEvent> r) {
        switch (r.event()) {
            case PersonEvent.StoryAnswered e -> put(r, e.question(), e.answer(), e.sure(), e.repeatReason());
            case PersonEvent.MattersRecorded e -> put(r, "matters", e.words(), "certain", null);
            case PersonEvent.WishRecorded e -> put(r, "wish:" + e.kind(), e.words(), "certain", null);
            case PersonEvent.CarerNamed e -> put(r, "carer", carer(e), "certain", null);
            case PersonEvent.PersonRegistered e -> details(r, e.details());
            case PersonEvent.PersonDetailsChanged e -> details(r, e.details());
            default -> {} // answers no question
        }
    }

    private static String carer(PersonEvent.CarerNamed e) {
        return e.name() + " (" + e.relation() + ")" + (e.phone().isBlank() ? "" : ", " + e.phone());
    }

    private void details(Recorded<PersonEvent> r, PersonEvent.Details d) {
        if (!d.language().isBlank()) {
            put(r, "language", d.language() + (d.interpreter() ? ", needs an interpreter" : ""), "certain", null);
        }
        put(r, "lives-alone", d.livesAlone() ? "yes" : "no", "likely", null);
        put(r, "residence", d.residence(), "likely", null);
    }

    private void put(Recorded<PersonEvent> r, String key, String value, String sure, @Nullable String again) {
        Answer before = answers.get(key);
        answers.put(
                key,
                new Answer(
                        value,
                        sure,
                        r.by(),
                        r.occurredAt(),
                        (before == null ? 0 : before.asked()) + 1,
                        (before == null ? 0 : before.again()) + (again == null ? 0 : 1)));
    }

    /** The answer to a question: the newer of what was told to it and what the record says. */
    public Optional<Answer> answer(Question question) {
        Answer own = answers.get(question.id());
        Answer record = question.from().isEmpty() ? null : answers.get(question.from());
        return java.util.stream.Stream.of(Optional.ofNullable(own), Optional.ofNullable(record))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Answer::at));
    }

    /** The same, if it need not be asked again. */
    public Optional<Answer> valid(Question question, Instant now) {
        return answer(question).filter(a -> a.isValid(question, now));
    }
}
