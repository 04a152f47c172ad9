package uk.homeward.foresight.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseReviewTest {

    private static final String HEADER = "case,question,reviewer,profession,answer,setting,ideal setting,delay cause\n";

    private static CaseReview review(String... rows) {
        return CaseReviewReader.parse("review.csv", HEADER + String.join("\n", rows) + "\n");
    }

    /** 20 cases both say yes, 5 only the first, 10 only the second, 15 both say no. */
    private static List<List<Answer>> twoReviewers() {
        List<List<Answer>> cases = new ArrayList<>();
        cases.addAll(Collections.nCopies(20, List.of(Answer.YES, Answer.YES)));
        cases.addAll(Collections.nCopies(5, List.of(Answer.YES, Answer.NO)));
        cases.addAll(Collections.nCopies(10, List.of(Answer.NO, Answer.YES)));
        cases.addAll(Collections.nCopies(15, List.of(Answer.NO, Answer.NO)));
        return cases;
    }

    @Test
    void cohensKappaIsAgreementBeyondChance() {
        List<Answer> first = twoReviewers().stream().map(List::getFirst).toList();
        List<Answer> second = twoReviewers().stream().map(List::getLast).toList();
        assertThat(Kappa.cohen(first, second).orElseThrow()).isCloseTo(0.4, within(1e-12));
        assertThat(Kappa.cohen(first, first).orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void fleissKappaOfTwoReviewersIsScottsPi() {
        assertThat(Kappa.fleiss(twoReviewers()).orElseThrow()).isCloseTo(0.195 / 0.495, within(1e-12));
    }

    @Test
    void kappaIsNotGivenWhereChanceAloneAgreesFully() {
        assertThat(Kappa.fleiss(List.of(List.of(Answer.YES, Answer.YES)))).isEmpty();
        assertThatThrownBy(() -> Kappa.fleiss(List.of(List.of(Answer.YES))))
                .hasMessageContaining("not every case has the same number of answers");
    }

    @Test
    void wilsonsIntervalStaysWithinBoundsAndHoldsTheShare() {
        Proportion some = new Proportion(23, 100);
        assertThat(some.low()).isCloseTo(0.15844, within(5e-5));
        assertThat(some.high()).isCloseTo(0.32153, within(5e-5));
        assertThat(new Proportion(0, 10).low()).isZero();
        assertThat(new Proportion(10, 10).high()).isCloseTo(1, within(1e-12));
        assertThat(new Proportion(0, 0).high()).isEqualTo(1);
    }

    @Test
    void theMajorityDecidesAndATieCountsAsNo() {
        CaseReview review = review(
                "a,q,r1,nurse,yes,,home,",
                "a,q,r2,doctor,yes,,home,care",
                "a,q,r3,therapist,no,,,",
                "b,q,r1,nurse,yes,,bed,care",
                "b,q,r2,doctor,no,,,",
                "c,q,r1,nurse,no,,,",
                "c,q,r2,doctor,unsure,,,");
        CaseReview.Summary summary = review.summary("q");
        assertThat(summary.proportion()).isEqualTo(new Proportion(1, 3));
        assertThat(summary.undecided()).isEqualTo(1);
        assertThat(summary.pairs()).containsOnlyKeys("doctor and nurse", "doctor and therapist", "nurse and therapist");
        assertThat(review.idealSettings("q"))
                .containsExactly(java.util.Map.entry("home", 2L), java.util.Map.entry("bed", 1L));
        assertThat(review.delayCauses("q")).containsEntry("care", 2L);
    }

    @Test
    void faultsOfAReviewAreToldWithTheirLine() {
        assertThatThrownBy(() -> review("a,q,r1,nurse,perhaps,,,", "a,q,r2,,yes,,,", "a,q,r2,nurse,no,,,"))
                .hasMessageContaining(
                        "review.csv:2: 'answer' is not a known word (perhaps). Maybe: one of [yes, no, unsure]")
                .hasMessageContaining("review.csv:3: 'profession' is empty")
                .hasMessageContaining("review.csv:4: the reviewer (r2) answers this question twice for the case (a)");
    }
}
