package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.BankFiles;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.place.Place;
import uk.homeward.server.assessment.AssessmentConfiguration;

/** {@code homeward forms check [FILE...]} and {@code homeward forms list}: the place's questions and the forms that ask them. */
@Command(
        name = "forms",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on the bank of questions, the forms and the agreements on who may assess for whom.")
final class FormsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Maybe: homeward forms check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the bank, the forms and the agreements. Tells every fault as file:line, or what they hold.",
                "Exit code 0: they can be used; 1: they have faults. docs/assessment.md describes the files."
            })
    void check(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "FILE",
                            description =
                                    "questions*.yaml, forms*.yaml or agreements*.yaml, each instead of the place's"
                                            + " own; or a folder that holds them. None: the place's own.")
                    List<Path> files,
            @Mixin PlaceOption place) {
        Bank bank = bank(files == null ? List.of() : files, place.folder());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("These forms can be used.%n%n");
        out.printf("%5d  questions in the bank%n", bank.questions().size());
        out.printf("%5d  forms%n", bank.forms().size());
        out.printf(
                "%5d  agreements on who may assess for whom%n",
                bank.agreements().size());
        bank.questions().keySet().stream()
                .filter(q -> bank.asking(q).isEmpty())
                .forEach(q ->
                        out.printf("No form asks (%s). Maybe: take it out of the bank, or put it into a form%n", q));
        out.flush();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The forms, and how much each asks.")
    void list(@Mixin PlaceOption place, @Mixin SheetOptions as) {
        Bank bank = bank(List.of(), place.folder());
        Sheet sheet = Sheet.of(
                "forms", "Forms", "form", "title", "questions", "needed", "of these in other forms", "valid days");
        for (Form form : bank.forms().values()) {
            sheet = sheet.with(
                    form.id(),
                    form.title(),
                    form.questions().size(),
                    form.needed().size(),
                    (int) form.questions().stream()
                            .filter(q -> bank.asking(q).size() > 1)
                            .count(),
                    form.validDays());
        }
        as.print(spec.commandLine().getOut(), List.of(sheet), List.of());
    }

    private static Bank bank(List<Path> files, Path folder) {
        BankFiles read = BankFiles.of(folder.resolve("assessment"));
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new CommandFailure("there is no such file (" + file
                        + "). Maybe: places/birmingham-solihull/assessment/forms.yaml");
            }
            read = Files.isDirectory(file) ? BankFiles.of(file) : with(read, file);
        }
        return AssessmentConfiguration.load(read, Place.load(folder));
    }

    private static BankFiles with(BankFiles files, Path file) {
        return files.with(file)
                .orElseThrow(() -> new CommandFailure("the name does not tell what the file holds (" + file
                        + "). Maybe: let it begin with questions, forms or agreements"));
    }
}
