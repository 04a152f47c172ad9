package uk.homeward.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.homeward.foresight.opportunity.CaseReview;
import uk.homeward.foresight.opportunity.CaseReviewReader;
import uk.homeward.foresight.opportunity.Finding;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.ReviewEvent.Question;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/**
 * A file that somebody loads: cases yet to be reviewed ({@code case, setting, summary}), or a review that took place
 * elsewhere, in the form that {@code homeward opportunity} reads and a review's page gives away.
 *
 * @param answers empty where the cases are yet to be reviewed
 */
record ReviewFile(List<Question> questions, List<Case> cases, List<CaseReviewed> answers) {

    /** Throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    static ReviewFile read(String name, String text, List<Question> questions) {
        String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return header.contains("reviewer") ? reviewed(name, text, questions) : cases(name, text, questions);
    }

    private static ReviewFile cases(String name, String text, List<Question> questions) {
        Faults faults = new Faults();
        Csv csv = Csv.parse(name, text, faults).columns("case", "setting", "summary");
        List<Case> cases = new ArrayList<>();
        for (CsvRow row : csv.rows()) {
            String id = row.text("case");
            if (cases.stream().anyMatch(c -> c.id().equals(id))) {
                row.fault("the case (" + id + ") stands twice", "give each case a name of its own");
            }
            cases.add(new Case(id, "told", "", row.optional("setting"), row.text("summary")));
        }
        faults.throwIfAny();
        return new ReviewFile(questions, cases, List.of());
    }

    private static ReviewFile reviewed(String name, String text, List<Question> known) {
        CaseReview review = CaseReviewReader.parse(name, text);
        Map<String, Case> cases = new LinkedHashMap<>();
        Map<List<String>, List<Finding>> sheets = new LinkedHashMap<>();
        for (Finding f : review.findings()) {
            cases.putIfAbsent(f.caseId(), new Case(f.caseId(), "told", "", f.setting(), ""));
            sheets.computeIfAbsent(List.of(f.caseId(), f.reviewer()), k -> new ArrayList<>())
                    .add(f);
        }
        List<Question> questions = review.questions().stream()
                .map(q -> known.stream()
                        .filter(k -> k.id().equals(q))
                        .findFirst()
                        .orElse(new Question(q, q.replace('-', ' '))))
                .toList();
        return new ReviewFile(
                questions,
                List.copyOf(cases.values()),
                sheets.values().stream().map(ReviewFile::sheet).toList());
    }

    private static CaseReviewed sheet(List<Finding> findings) {
        Map<String, String> answers = new LinkedHashMap<>();
        findings.forEach(f -> answers.put(f.question(), f.answer().name().toLowerCase(Locale.ROOT)));
        Finding first = findings.getFirst();
        return new CaseReviewed(
                first.caseId(),
                first.reviewer(),
                first.profession(),
                answers,
                named(findings.stream().map(Finding::idealSetting).toList()),
                named(findings.stream().map(Finding::delayCause).toList()),
                "");
    }

    private static String named(List<String> words) {
        return words.stream().filter(w -> !w.isEmpty()).findFirst().orElse("");
    }
}
