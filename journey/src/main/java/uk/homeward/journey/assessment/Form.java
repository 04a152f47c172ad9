package uk.homeward.journey.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form: a view of the bank for one purpose.
 *
 * @param validDays for how many days those who made it rely on it
 * @param result what follows from the answers; null where nothing does
 */
public record Form(
        String id,
        String title,
        String purpose,
        int validDays,
        List<Section> sections,
        @Nullable Result result,
        String source) {

    public Form {
        sections = List.copyOf(sections);
    }

    /** Questions that belong together; those in {@code may} can be left out. */
    public record Section(String title, List<String> questions, List<String> may) {

        public Section {
            questions = List.copyOf(questions);
            may = List.copyOf(may);
        }

        /** All of them, in the order in which they are put. */
        public List<String> all() {
            return Stream.concat(questions.stream(), may.stream()).toList();
        }
    }

    /** What follows where one of these holds, and otherwise. */
    public record Result(List<When> when, String says, String otherwise) {

        public Result {
            when = List.copyOf(when);
        }
    }

    /**
     * A condition: so many questions of the form have these answers, and these questions have just these.
     *
     * @param atLeast how many, by the answer
     * @param all the answer, by the question
     */
    public record When(Map<String, Integer> atLeast, Map<String, String> all) {

        public When {
            atLeast = Map.copyOf(atLeast);
            all = Map.copyOf(all);
        }
    }

    /** Every question, in the order in which they are put. */
    public List<String> questions() {
        return sections.stream().flatMap(s -> s.all().stream()).toList();
    }

    /** The questions without whose answers it is not whole. */
    public List<String> needed() {
        return sections.stream().flatMap(s -> s.questions().stream()).toList();
    }

    /** What follows from these answers; blank where nothing does. */
    public String result(Function<String, Optional<String>> answers) {
        Result asked = result;
        if (asked == null) {
            return "";
        }
        return asked.when().stream().anyMatch(w -> holds(w, answers)) ? asked.says() : asked.otherwise();
    }

    private boolean holds(When when, Function<String, Optional<String>> answers) {
        return when.atLeast().entrySet().stream().allMatch(e -> count(e.getKey(), answers) >= e.getValue())
                && when.all().entrySet().stream()
                        .allMatch(e -> answers.apply(e.getKey())
                                .filter(e.getValue()::equals)
                                .isPresent());
    }

    private long count(String answer, Function<String, Optional<String>> answers) {
        return questions().stream()
                .filter(q -> answers.apply(q).filter(answer::equals).isPresent())
                .count();
    }
}
