package uk.homeward.server.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.assessment.Question;

/** What made-up people answer to the questions of a form. No real case stands behind any of it. */
final class AnswerWords {

    static final List<String> AGAIN = List.of(
            "Our own form asks for it",
            "The last answer could not be found",
            "The family was not there last time",
            "It did not fit what we saw today");
    static final List<String> ANOTHER = List.of(
            "Our funding panel takes our own form only",
            "Not known to us that theirs may be used",
            "Their form could not be opened here");
    static final List<String> WRONG = List.of(
            "The family tells it otherwise",
            "This was true before the last fall",
            "We saw the person manage this today");
    static final List<String> ANSWERED =
            List.of("We rang the person and looked at it together", "It was so on that day", "We saw the person again");

    private static final Map<String, List<String>> WORDS = Map.of(
            "good-day", List.of("Sun on the balcony", "A visit, and the crossword", "Being outside for a while"),
            "best-support",
                    List.of("Speak slowly, from the front", "Let them do it themselves, and wait", "Ring first"),
            "reason-for-contact", List.of("Fell on the way to the bathroom", "Weaker since the infection"),
            "hearing-sight", List.of("Wears a hearing aid on the left", "Reading glasses", "None"),
            "aids", List.of("Uses a frame; a rail in the bathroom is missing", "A stick; nothing is missing"),
            "home-layout", List.of("Two steps at the front door", "Bathroom upstairs", "Ground floor, wide doors"),
            "therapy-goal", List.of("Walk to the corner shop again", "Get to the bathroom alone at night"),
            "wanted-outcome", List.of("To manage mornings without help", "To stay at home"),
            "support-now", List.of("Daughter shops twice a week", "Carers each morning", "Nobody regularly"));
    private static final List<String> OTHERWISE =
            List.of("Nothing to add today", "As before", "They would like to talk of it again");

    private final Luck luck;

    AnswerWords(Luck luck) {
        this.luck = luck;
    }

    /** An answer that the question takes; {@code who} answers. */
    String answer(Question question, String who, Instant at) {
        String what = question.id() + " on " + at.truncatedTo(ChronoUnit.DAYS);
        return switch (question.kind()) {
            case CHOICE -> milder(question.choices(), who, what);
            case WORDS -> luck.any(WORDS.getOrDefault(question.id(), OTHERWISE), who, what);
            case NUMBER -> String.valueOf((int) (20 * luck.uniform(who, what)));
            case DAY ->
                at.minus((long) (300 * luck.uniform(who, what)), ChronoUnit.DAYS)
                        .toString()
                        .substring(0, 10);
        };
    }

    /** Answers are listed from little need to much; most people need little. */
    private String milder(List<Question.Choice> choices, String who, String what) {
        double u = luck.uniform(who, what);
        return choices.get((int) (u * u * choices.size())).word();
    }

    String any(List<String> words, String who, String what) {
        return luck.any(words, who, what);
    }
}
