package uk.homeward.journey.assessment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.homeward.journey.event.AgreementEvent;

/**
 * The place's questions, each once; the forms that are views of them; and the agreements with which the place begins.
 *
 * @param agreements by their ids
 */
public record Bank(
        Map<String, Question> questions, Map<String, Form> forms, Map<String, AgreementEvent.Terms> agreements) {

    public Bank {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        agreements = Collections.unmodifiableMap(new LinkedHashMap<>(agreements));
    }

    /**
     * Reads the folder {@code assessment} of a place; a place without one has none of it.
     *
     * @param organisations tells whether an organisation is known
     * @param roles tells whether a role is known
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of every file
     */
    public static Bank load(Path folder, Predicate<String> organisations, Predicate<String> roles) {
        return load(BankFiles.of(folder.resolve("assessment")), organisations, roles);
    }

    /** The same from files that may lie anywhere, such as some that somebody works on. */
    public static Bank load(BankFiles files, Predicate<String> organisations, Predicate<String> roles) {
        return new BankReader(organisations, roles).read(files);
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** The questions of a form, in the order in which they are put. */
    public List<Question> of(Form form) {
        return form.questions().stream().map(questions::get).toList();
    }

    /** The forms that ask a question. */
    public List<Form> asking(String question) {
        return forms.values().stream()
                .filter(f -> f.questions().contains(question))
                .toList();
    }
}
