package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.opportunity.CaseReview;
import uk.homeward.foresight.opportunity.CaseReviewReader;
import uk.homeward.foresight.opportunity.Sizing;
import uk.homeward.foresight.opportunity.SizingReader;

/** {@code homeward opportunity}: what a case review found, how far reviewers agree, and how large it is. */
@Command(
        name = "opportunity",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a case-note review found, with Wilson intervals and agreement between reviewers,",
            "beside the opportunity that the place's documents state. Without FILE, the stated one alone."
        })
public final class OpportunityCommand implements Callable<Integer> {

    @Mixin
    private PlaceOption place = new PlaceOption();

    @Mixin
    private SheetOptions output = new SheetOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.csv",
            description = "Reviewed cases: case, question, reviewer, profession, answer (yes, no, unsure), setting,"
                    + " ideal setting, delay cause.")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Sizing> stated = SizingReader.read(place.folder("opportunity").resolve("sizing.csv"));
        List<Sheet> sheets = new ArrayList<>();
        if (file != null) {
            CaseReview review = CaseReviewReader.read(file);
            sheets.addAll(OpportunitySheets.review(review));
            sheets.add(OpportunitySheets.resized(review, stated));
        }
        sheets.add(OpportunitySheets.stated(stated));
        output.print(
                spec.commandLine().getOut(),
                sheets,
                List.of("A case counts as yes where more reviewers say yes than no; undecided cases count as no."));
        return 0;
    }
}
