package uk.homeward.journey.assessment;

import java.util.List;
import java.util.Optional;

/**
 * One question of the bank, asked in the same words by everybody.
 *
 * @param id a stable word; the person's story keeps the answer under it
 * @param choices the answers that are offered; none where people answer in their own words
 * @param validDays after so many days the answer must be asked again; 0 where it holds until somebody changes it
 * @param from what of the person's record answers it, such as {@code matters} or {@code wish:place-of-care}; blank for none
 */
public record Question(
        String id, String text, String hint, Kind kind, List<Choice> choices, int validDays, String from) {

    /** What anybody may answer to any question: it was asked, and nobody could tell. */
    public static final Choice NOT_KNOWN = new Choice("not-known", "Nobody could tell");

    public Question {
        choices = List.copyOf(choices);
    }

    /** How it is answered. */
    public enum Kind {
        CHOICE,
        WORDS,
        NUMBER,
        DAY
    }

    /** An answer that is offered. */
    public record Choice(String word, String title) {}

    /** The answers that are offered, with the one that is always possible. */
    public List<Choice> offered() {
        return java.util.stream.Stream.concat(choices.stream(), java.util.stream.Stream.of(NOT_KNOWN))
                .toList();
    }

    /** An answer in the words of the choice; other answers are their own words. */
    public String words(String answer) {
        return offered().stream()
                .filter(c -> c.word().equals(answer))
                .findFirst()
                .map(Choice::title)
                .orElse(answer);
    }

    /** What is wrong with an answer, with what to do; empty if it can be kept. */
    public Optional<String> fault(String answer) {
        if (answer.equals(NOT_KNOWN.word())) {
            return Optional.empty();
        }
        return switch (kind) {
            case CHOICE ->
                choices.stream().anyMatch(c -> c.word().equals(answer))
                        ? Optional.empty()
                        : Optional.of(
                                "(" + answer + ") is not an answer to this question. Choose one that is offered.");
            case WORDS -> Optional.empty();
            case NUMBER ->
                answer.matches("\\d{1,6}(\\.\\d{1,3})?")
                        ? Optional.empty()
                        : Optional.of("(" + answer + ") is not a number. Write digits, such as 12.");
            case DAY ->
                isDay(answer)
                        ? Optional.empty()
                        : Optional.of("(" + answer + ") is not a day. Write it as 1941-03-27.");
        };
    }

    private static boolean isDay(String answer) {
        try {
            java.time.LocalDate.parse(answer);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
