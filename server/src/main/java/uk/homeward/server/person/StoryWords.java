package uk.homeward.server.person;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Question;

/** The words of questions and answers as the place's bank has them today, whatever they were when somebody asked. */
@Component
public final class StoryWords {

    private final Bank bank;

    public StoryWords(Bank bank) {
        this.bank = bank;
    }

    /** The question under this key; one that the bank does not have is shown as the rules know it, or by its own name. */
    public String title(String question) {
        return bank.question(question).map(Question::text).orElseGet(() -> StoryQuestions.title(question));
    }

    /** An answer in the words of its question. */
    public String answer(String question, String answer) {
        String words = bank.question(question).map(q -> q.words(answer)).orElse(answer);
        boolean ofTheRules = StoryQuestions.list().stream()
                .anyMatch(q -> q.key().equals(question) && q.answers().contains(words));
        return ofTheRules ? Plain.title(words) : Plain.capital(words);
    }

    /** The questions that the rules understand, in the order in which they are asked. */
    public List<StoryQuestions.Question> asked() {
        return StoryQuestions.list().stream()
                .map(q -> new StoryQuestions.Question(q.key(), title(q.key()), q.answers()))
                .toList();
    }
}
