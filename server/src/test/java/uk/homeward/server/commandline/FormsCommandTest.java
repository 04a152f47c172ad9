package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps the place's forms hears of every fault before anybody opens one. */
final class FormsCommandTest {

    private static final Path SHIPPED =
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root"))).resolve("places/birmingham-solihull");

    @Test
    void checks_the_forms_of_the_place() {
        assertThat(Homeward.run("forms", "check", "--place", SHIPPED.toString()))
                .isZero();
        assertThat(Homeward.run("forms", "list", "--csv", "--place", SHIPPED.toString()))
                .isZero();
        assertThat(Homeward.run("forms")).isEqualTo(2);
    }

    @Test
    void a_file_stands_for_the_place_s_own_and_each_fault_names_its_line(@TempDir Path folder) throws IOException {
        Path own = SHIPPED.resolve("assessment/forms.yaml");
        Path faulty = folder.resolve("forms-draft.yaml");
        Files.writeString(faulty, """
            short:
              title: Short form
              purpose: To try
              valid-days: 30
              sections:
                - title: Only one
                  questions: [walkz]
            """);
        Said said = said("forms", "check", faulty.toString(), "--place", SHIPPED.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words())
                .contains("forms-draft.yaml:7: the bank has no question (walkz). Maybe: one of [walks")
                .doesNotContain("questions.yaml");
        Path good = folder.resolve("forms-good.yaml");
        Files.writeString(good, Files.readString(own));
        assertThat(Homeward.run("forms", "check", good.toString(), "--place", SHIPPED.toString()))
                .isZero();
    }

    @Test
    void a_file_whose_name_tells_nothing_is_asked_for_another_name(@TempDir Path folder) throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.yaml"), "a: b\n");
        assertThat(said("forms", "check", odd.toString()).words())
                .contains("the name does not tell what the file holds")
                .contains("Maybe: let it begin with questions");
        assertThat(said("forms", "check", "atlantis.yaml").words()).contains("there is no such file (atlantis.yaml)");
    }

    private record Said(int code, String words) {}

    private static Said said(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return new Said(Homeward.run(args), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
