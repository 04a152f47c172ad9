package uk.homeward.foresight.opportunity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Reads a {@link CaseReview} from CSV, one row for each case, question and reviewer. */
public final class CaseReviewReader {

    private CaseReviewReader() {}

    /** Reads a file; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    public static CaseReview read(Path file) {
        Faults faults = new Faults();
        CaseReview review = of(Csv.read(file, faults));
        faults.throwIfAny();
        return review;
    }

    /** Reads text, with the name that faults will carry. */
    public static CaseReview parse(String file, String text) {
        Faults faults = new Faults();
        CaseReview review = of(Csv.parse(file, text, faults));
        faults.throwIfAny();
        return review;
    }

    private static CaseReview of(Csv csv) {
        csv = csv.columns(
                "case", "question", "reviewer", "profession", "answer", "setting", "ideal setting", "delay cause");
        List<Finding> findings = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (CsvRow row : csv.rows()) {
            Finding finding = new Finding(
                    row.text("case"),
                    row.text("question"),
                    row.text("reviewer"),
                    row.text("profession"),
                    row.choice("answer", Answer.class),
                    row.optional("setting"),
                    row.optional("ideal setting"),
                    row.optional("delay cause"));
            if (!seen.add(List.of(finding.caseId(), finding.question(), finding.reviewer()))) {
                row.fault(
                        "the reviewer (" + finding.reviewer() + ") answers this question twice for the case ("
                                + finding.caseId() + ")",
                        "keep one of the answers");
            }
            findings.add(finding);
        }
        return new CaseReview(findings);
    }
}
