package uk.homeward.insight.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.risk.HospitalFrailty.Band;

final class ScoresTest {

    private static final Charlson QUAN = Charlson.of(Charlson.Coding.QUAN, Charlson.Weighting.CHARLSON);
    private static final Charlson SHMI = Charlson.of(Charlson.Coding.SHMI, Charlson.Weighting.SHMI);

    private static List<Icd10> codes(String... written) {
        return Stream.of(written).map(Icd10::of).toList();
    }

    private static HospitalFrailty.Result frailty(String... written) {
        return HospitalFrailty.published().score(codes(written));
    }

    @Test
    void codesAreReadAsPeopleWriteThem() {
        assertThat(Icd10.of(" g81.4† ")).isEqualTo(Icd10.of("G814")).hasToString("G81.4");
        assertThat(Icd10.find("")).isEmpty();
        assertThat(Icd10.find("not a code")).isEmpty();
        assertThatThrownBy(() -> Icd10.of("73211009")).hasMessageContaining("(73211009)");
    }

    @Test
    void theFrailtyTableHas109CodesFromSevenPoint1Down() {
        assertThat(HospitalFrailty.published().tenthsByCode()).hasSize(109).containsEntry("F00", 71);
        assertThat(HospitalFrailty.published().tenthsByCode().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1732); // the highest score that anyone can have is 173.2
    }

    @Test
    void eachFrailtyCodeCountsOnceAndTheHeaviestIsToldFirst() {
        HospitalFrailty.Result result = frailty("G81.4", "F00", "F00.1", "X99.9", "A00");

        assertThat(result.score()).isEqualTo(11.5);
        assertThat(result.band()).isEqualTo(Band.INTERMEDIATE);
        assertThat(result.why().stream().map(Reason::words))
                .containsExactly("a diagnosis in F00 gives 7.1 points", "a diagnosis in G81 gives 4.4 points");
    }

    @Test
    void bandsChangeAtFiveAndAboveFifteen() {
        assertThat(Band.ofTenths(49)).isEqualTo(Band.LOW);
        assertThat(Band.ofTenths(50)).isEqualTo(Band.INTERMEDIATE);
        assertThat(Band.ofTenths(150)).isEqualTo(Band.INTERMEDIATE);
        assertThat(Band.ofTenths(151)).isEqualTo(Band.HIGH);
        assertThat(frailty().band()).isEqualTo(Band.LOW);
    }

    @Test
    void onlyTheStayAndTheTwoYearsBeforeItCount() {
        LocalDate admitted = LocalDate.of(2026, 2, 28);
        List<Diagnosis> history = List.of(
                new Diagnosis(LocalDate.of(2024, 2, 28), Icd10.of("F00")),
                new Diagnosis(LocalDate.of(2024, 2, 27), Icd10.of("G81")),
                new Diagnosis(admitted, Icd10.of("G30")),
                new Diagnosis(admitted.plusDays(1), Icd10.of("I69")));

        assertThat(HospitalFrailty.published().scoreAt(admitted, history).tenths())
                .isEqualTo(71 + 40);
        assertThat(HospitalFrailty.published().tenthsAt(admitted, history)).isEqualTo(71 + 40);
    }

    @Test
    void theGraverFormSetsTheMilderAside() {
        assertThat(QUAN.score(codes("E11.2", "E11.9")).score()).isEqualTo(2);
        assertThat(QUAN.score(codes("C50.1", "C78.0")).score()).isEqualTo(6);
        assertThat(QUAN.score(codes("K70.3", "I85.0")).score()).isEqualTo(3);
        assertThat(QUAN.score(codes("C50.1", "C78.0")).why().stream().map(Reason::words))
                .containsExactly(
                        "cancer (C50.1) is set aside for its graver form", "cancer that has spread (C78.0) weighs 6");
    }

    @Test
    void aConditionCountsOnceHoweverManyCodesShowIt() {
        assertThat(QUAN.score(codes("I21.0", "I21.9", "I22", "I25.2")).score()).isEqualTo(1);
        assertThat(QUAN.score(codes("I25.1", "J18.9")).score()).isZero();
    }

    @Test
    void allConditionsTogetherWeighWhatTheTableSays() {
        List<Icd10> all = codes(
                "I21", "I50", "I70", "I60", "F00", "J40", "M05", "K25", "B18", "E10.0", "E10.2", "G81", "N18", "C00",
                "I85.0", "C77", "B20");

        assertThat(QUAN.score(all).score()).isEqualTo(8 + 3 * 2 + 3 + 6 + 6); // mild liver, diabetes, cancer set aside
        assertThat(QUAN.score(all).why()).hasSize(17);
    }

    @Test
    void shmiWeightsNeverFallBelowZero() {
        assertThat(SHMI.score(codes("E11.2")).score()).isZero(); // its weight is -1
        assertThat(SHMI.score(codes("E11.2", "I50.0")).score()).isEqualTo(12);
        assertThat(SHMI.score(codes("G81.4", "I21.0")).score()).isEqualTo(6);
    }

    @Test
    void ageAddsAPointForEachDecadeFromFifty() {
        Charlson.Result none = QUAN.score(List.of());

        assertThat(IntStream.of(49, 50, 59, 60, 78, 90, 104).map(none::ageAdjusted))
                .containsExactly(0, 1, 1, 2, 3, 4, 4);
    }

    @Test
    void laceAddsLengthAcuityComorbidityAndVisits() {
        assertThat(new Lace(5, true, 2, 1).score()).isEqualTo(10);
        assertThat(new Lace(5, true, 2, 1).high()).isTrue();
        assertThat(new Lace(0, false, 0, 0).score()).isZero();
        assertThat(new Lace(400, true, 9, 9).score()).isEqualTo(19);
        assertThat(IntStream.of(0, 1, 2, 3, 4, 6, 7, 13, 14).map(days -> new Lace(days, false, 0, 0).score()))
                .containsExactly(0, 1, 2, 3, 4, 4, 5, 5, 7);
        assertThat(IntStream.of(3, 4).map(index -> new Lace(0, false, index, 0).score()))
                .containsExactly(3, 5);
        assertThat(new Lace(5, true, 2, 1)
                        .why().stream().mapToDouble(Reason::points).sum())
                .isEqualTo(10);
        assertThatThrownBy(() -> new Lace(-1, true, 0, 0)).hasMessageContaining("(-1)");
    }

    @Test
    void theFrailtyIndexIsTheShareOfDeficitsAndBandsChangeAfterTwelve24And36Percent() {
        StringBuilder sets = new StringBuilder("deficit,code\n");
        IntStream.rangeClosed(1, 25)
                .forEach(i ->
                        sets.append("deficit ").append(i).append(",c").append(i).append('\n'));
        FrailtyIndex index = FrailtyIndex.load(new StringReader(sets + "deficit 1,other\n"));

        assertThat(index.deficits()).isEqualTo(25);
        assertThat(Stream.of(0, 3, 4, 6, 7, 9, 10)
                        .map(count -> index.score(IntStream.rangeClosed(1, count)
                                        .mapToObj(i -> "c" + i)
                                        .toList())
                                .band()))
                .containsExactly(
                        FrailtyIndex.Band.FIT,
                        FrailtyIndex.Band.FIT,
                        FrailtyIndex.Band.MILD,
                        FrailtyIndex.Band.MILD,
                        FrailtyIndex.Band.MODERATE,
                        FrailtyIndex.Band.MODERATE,
                        FrailtyIndex.Band.SEVERE);
        assertThat(index.score(List.of("c1", "other", "c1", "unknown")).present())
                .isEqualTo(1);
    }

    @Test
    void codeSetsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> FrailtyIndex.load(new StringReader("deficit,code\nfalls,a\nfrailty,a\n")))
                .hasMessageContaining("(a) stands for both falls and frailty");
        assertThatThrownBy(() -> FrailtyIndex.load(new StringReader("deficit,code\nfalls\n")))
                .hasMessageContaining("(falls)");
        assertThatThrownBy(() -> FrailtyIndex.load(new StringReader(""))).hasMessageContaining("empty");
    }
}
