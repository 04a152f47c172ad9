package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.foresight.opportunity.CaseReview;
import uk.homeward.foresight.opportunity.Proportion;
import uk.homeward.foresight.opportunity.Sizing;

/** The sheets in which a case review and its opportunity are told. */
final class OpportunitySheets {

    private OpportunitySheets() {}

    static List<Sheet> review(CaseReview review) {
        Sheet found = Sheet.of(
                "review",
                "What the reviewers found, per cent with 95% Wilson interval",
                "question",
                "cases",
                "yes",
                "undecided",
                "%",
                "low",
                "high",
                "kappa");
        Sheet pairs =
                Sheet.of("agreement", "Agreement between professions (Cohen's kappa)", "question", "pair", "kappa");
        Sheet words = Sheet.of("words", "What reviewers named in yes answers", "question", "kind", "named", "times");
        for (String question : review.questions()) {
            CaseReview.Summary summary = review.summary(question);
            Proportion share = summary.proportion();
            found = found.with(
                    question,
                    share.of(),
                    share.cases(),
                    summary.undecided(),
                    100 * share.share(),
                    100 * share.low(),
                    100 * share.high(),
                    summary.kappa().<Object>map(kappa -> kappa).orElse(Sheet.EMPTY));
            for (Map.Entry<String, Double> pair : summary.pairs().entrySet()) {
                pairs = pairs.with(question, pair.getKey(), pair.getValue());
            }
            words = named(words, question, "ideal setting", review.idealSettings(question));
            words = named(words, question, "delay cause", review.delayCauses(question));
        }
        return List.of(found, pairs, words);
    }

    private static Sheet named(Sheet sheet, String question, String kind, Map<String, Long> counts) {
        Sheet more = sheet;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            more = more.with(question, kind, count.getKey(), count.getValue());
        }
        return more;
    }

    /** The stated opportunity again with the shares of this review, where the place knows its cohort. */
    static Sheet resized(CaseReview review, List<Sizing> stated) {
        Sheet sheet = Sheet.of(
                "resized",
                "The opportunity with this review's shares, as far as the stated range is achievable",
                "question",
                "unit",
                "low",
                "high");
        for (Sizing sizing : stated) {
            if (!review.questions().contains(sizing.question())) {
                continue;
            }
            Proportion share = review.summary(sizing.question()).proportion();
            Optional<Sizing.Range> achievable = sizing.achievable();
            if (achievable.isPresent() && share.cases() > 0) {
                sheet = sheet.with(
                        sizing.question(),
                        sizing.unit(),
                        sizing.withShare(share.low())
                                .opportunity(achievable.get().low())
                                .orElseThrow(),
                        sizing.withShare(share.high())
                                .opportunity(achievable.get().high())
                                .orElseThrow());
            }
        }
        return sheet;
    }

    static Sheet stated(List<Sizing> stated) {
        Sheet sheet = Sheet.of(
                "stated",
                "The stated opportunity",
                "question",
                "title",
                "%",
                "low",
                "high",
                "unit",
                "achievable % low",
                "achievable % high",
                "implied base low",
                "implied base high",
                "source");
        for (Sizing one : stated) {
            List<Object> row = new ArrayList<>(
                    List.of(one.question(), one.title(), 100 * one.share(), one.low(), one.high(), one.unit()));
            row.addAll(one.achievable()
                    .map(range -> List.<Object>of(100 * range.low(), 100 * range.high()))
                    .orElse(List.of(Sheet.EMPTY, Sheet.EMPTY)));
            row.addAll(List.of(one.impliedCohort().low(), one.impliedCohort().high(), one.source()));
            sheet = sheet.with(row);
        }
        return sheet;
    }
}
