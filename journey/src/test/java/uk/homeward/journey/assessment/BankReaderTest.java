package uk.homeward.journey.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.journey.source.FaultyDefinition;

/** The bank of questions is read whole, or not at all, with every fault at its line. */
class BankReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path place;

    @Test
    void a_place_without_a_bank_has_none() {
        assertThat(load().forms()).isEmpty();
    }

    @Test
    void forms_are_views_of_the_bank() throws IOException {
        write("questions.yaml", "walks:\n  text: Can they walk?\n  kind: yes-no\n  valid-days: 28\n");
        write("forms.yaml", """
            contact:
              title: Contact
              purpose: First
              valid-days: 28
              sections: [{title: Now, questions: [walks]}]
            """);
        Bank bank = load();
        assertThat(bank.of(bank.form("contact").orElseThrow()))
                .extracting(Question::text)
                .containsExactly("Can they walk?");
        assertThat(bank.asking("walks")).extracting(Form::id).containsExactly("contact");
        Question walks = bank.question("walks").orElseThrow();
        assertThat(walks.fault("perhaps").orElseThrow()).contains("(perhaps)").contains("Choose one that is offered");
        assertThat(walks.fault("not-known")).isEmpty();
    }

    @Test
    void every_fault_is_told_at_its_line() throws IOException {
        write("questions.yaml", "walks:\n  text: Can they walk?\n  kind: maybe\n  valid-days: -1\n");
        write("forms.yaml", """
            contact:
              title: Contact
              purpose: First
              valid-days: 0
              sections: [{title: Now, questions: [walk, walks, walks]}]
            """);
        write("agreements.yaml", """
            one:
              title: One for itself
              assessor: hospital
              receiver: hospital
              forms: [contact, other]
              roles: [wizard]
              competence: Trained
              valid-days: 28
              on-challenge: They talk
              from: soon
            """);
        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        FaultyDefinition.class,
                        e -> assertThat(e.faults().stream()
                                        .map(f -> f.toString()
                                                .substring(place.toString().length() + 1)))
                                .anySatisfy(f -> assertThat(f)
                                        .startsWith(
                                                "assessment/questions.yaml:3: the kind (maybe) is not known. Maybe:"))
                                .anySatisfy(f -> assertThat(f).startsWith("assessment/questions.yaml:4: (-1) days"))
                                .anySatisfy(f -> assertThat(f)
                                        .isEqualTo(
                                                "assessment/forms.yaml:5: the bank has no question (walk). Maybe: one"
                                                        + " of [walks]"))
                                .anySatisfy(f -> assertThat(f).contains("the form asks (walks) twice"))
                                .anySatisfy(f -> assertThat(f).contains("valid for (0) days"))
                                .anySatisfy(f -> assertThat(f).contains("agreements.yaml:5: there is no form (other)"))
                                .anySatisfy(f -> assertThat(f).contains("there is no role (wizard)"))
                                .anySatisfy(f -> assertThat(f).contains("this is not a day (soon)"))
                                .anySatisfy(f -> assertThat(f).contains("between two organisations")));
    }

    private Bank load() {
        return Bank.load(place, "hospital"::equals, "ward"::equals);
    }

    private void write(String file, String text) throws IOException {
        Path folder = Files.createDirectories(place.resolve("assessment"));
        Files.writeString(folder.resolve(file), text);
    }
}
