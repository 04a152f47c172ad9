package uk.homeward.journey.assessment;

import java.nio.file.Path;
import java.util.Optional;

/** The three files of a bank; one that is not there holds nothing. */
public record BankFiles(Path questions, Path forms, Path agreements) {

    /** Those of a folder. */
    public static BankFiles of(Path folder) {
        return new BankFiles(
                folder.resolve("questions.yaml"), folder.resolve("forms.yaml"), folder.resolve("agreements.yaml"));
    }

    /** The same with another file in the place of its kind, which its name begins with; empty if the name tells no kind. */
    public Optional<BankFiles> with(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith("questions")) {
            return Optional.of(new BankFiles(file, forms, agreements));
        }
        if (name.startsWith("forms")) {
            return Optional.of(new BankFiles(questions, file, agreements));
        }
        return name.startsWith("agreements") ? Optional.of(new BankFiles(questions, forms, file)) : Optional.empty();
    }
}
