package uk.homeward.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.homeward.foresight.opportunity.CaseReview;
import uk.homeward.foresight.opportunity.Finding;
import uk.homeward.foresight.opportunity.Proportion;
import uk.homeward.foresight.opportunity.Review;
import uk.homeward.foresight.opportunity.Sizing;
import uk.homeward.journey.event.ReviewEvent.Question;
import uk.homeward.server.web.CsvLine;

/** What a closed review found, as its page shows it, and what that says of the opportunity. */
public final class ReviewResults {

    private final Review review;
    private final CaseReview findings;
    private final List<Sizing> stated;

    ReviewResults(Review review, List<Sizing> stated) {
        this.review = review;
        this.findings = review.findings();
        this.stated = stated;
    }

    /** One question; shares in words, such as {@code 34% (22% to 48%)}. */
    public record Found(String title, String yes, String share, int undecided, String kappa, String pairs) {}

    /** One opportunity of the documents, and what it would be with the shares found here. */
    public record Sized(String title, String statedShare, String stated, String share, String sized, String source) {}

    /** How often something was named. */
    public record Named(String question, String word, long times) {}

    public List<Found> found() {
        return asked().stream().map(this::found).toList();
    }

    private List<Question> asked() {
        List<String> answered = findings.questions();
        return review.opened().questions().stream()
                .filter(q -> answered.contains(q.id()))
                .toList();
    }

    private Found found(Question question) {
        CaseReview.Summary summary = findings.summary(question.id());
        Proportion share = summary.proportion();
        return new Found(
                question.title(),
                share.cases() + " of " + share.of(),
                share(share),
                summary.undecided(),
                summary.kappa().map(ReviewResults::kappa).orElse("not known"),
                summary.pairs().entrySet().stream()
                        .map(pair -> pair.getKey() + " " + number("%.2f", pair.getValue()))
                        .collect(Collectors.joining("; ")));
    }

    private static String share(Proportion share) {
        return number("%.0f%%", 100 * share.share())
                + number(" (%.0f%%", 100 * share.low())
                + number(" to %.0f%%)", 100 * share.high());
    }

    /** In the words of Landis and Koch (1977). */
    private static String kappa(double kappa) {
        String word;
        if (kappa < 0.2) {
            word = "slight";
        } else if (kappa < 0.4) {
            word = "fair";
        } else if (kappa < 0.6) {
            word = "moderate";
        } else {
            word = kappa < 0.8 ? "substantial" : "almost full";
        }
        return number("%.2f", kappa) + ", " + word;
    }

    public List<Sized> sized() {
        List<Sized> sized = new ArrayList<>();
        for (Sizing one : stated) {
            if (findings.questions().contains(one.question())) {
                Proportion share = findings.summary(one.question()).proportion();
                Sizing.Range range = one.ifShares(share.low(), share.high());
                sized.add(new Sized(
                        one.title(),
                        number("%.0f%%", 100 * one.share()),
                        range(one.low(), one.high()) + " " + one.unit(),
                        share(share),
                        range(range.low(), range.high()) + " " + one.unit(),
                        one.source()));
            }
        }
        return sized;
    }

    private static String range(double low, double high) {
        return number("%,.0f", low) + number(" to %,.0f", high);
    }

    public List<Named> settings() {
        return asked().stream()
                .flatMap(q -> named(q.title(), findings.idealSettings(q.id())))
                .toList();
    }

    public List<Named> causes() {
        return asked().stream()
                .flatMap(q -> named(q.title(), findings.delayCauses(q.id())))
                .toList();
    }

    private static java.util.stream.Stream<Named> named(String question, Map<String, Long> counts) {
        return counts.entrySet().stream().map(e -> new Named(question, e.getKey(), e.getValue()));
    }

    /** Every answer, in the form that {@code homeward opportunity} reads; reviewers by number, never by name. */
    String csv() {
        List<String> reviewers = List.copyOf(review.reviewers());
        StringBuilder text =
                new StringBuilder("case,question,reviewer,profession,answer,setting,ideal setting,delay cause\n");
        for (Finding f : findings.findings()) {
            text.append(CsvLine.of(
                            f.caseId(),
                            f.question(),
                            "r" + (reviewers.indexOf(f.reviewer()) + 1),
                            f.profession(),
                            f.answer().name().toLowerCase(Locale.ROOT),
                            f.setting(),
                            f.idealSetting(),
                            f.delayCause()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.UK, format, value);
    }
}
