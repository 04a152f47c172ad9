package uk.homeward.insight.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.insight.risk.RiskPyramid.Shares;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.insight.risk.Segments.Segment;

final class PopulationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("it's a file.csv"), List.of(lines));
    }

    private static PopulationSummary score(Path file, @Nullable LocalDate asOf, Map<String, FrailtyRow> rows) {
        try (PopulationFrailty population = PopulationFrailty.open()) {
            return population.score(new PopulationRequest(file, asOf, 2), row -> rows.put(row.person(), row));
        }
    }

    @Test
    void scoresEachPersonOfAFileAndCountsWhatWasLeftOut() throws IOException {
        Path file = file(
                "person,code,age",
                "ann,F00,80",
                "ann, f00.1,80",
                "ann,G81.4,80",
                "bob,I10,60",
                "bob,,60",
                ",F00,",
                "cat,12345,90");
        Map<String, FrailtyRow> rows = new HashMap<>();

        PopulationSummary summary = score(file, null, rows);

        assertThat(rows.values())
                .containsExactlyInAnyOrder(
                        new FrailtyRow("ann", 115, List.of("F00", "G81"), false),
                        new FrailtyRow("bob", 0, List.of(), true),
                        new FrailtyRow("cat", 0, List.of(), false));
        assertThat(summary)
                .isEqualTo(new PopulationSummary(
                        7, 3, 1, 2, 0, Map.of(HospitalFrailty.Band.LOW, 2L, HospitalFrailty.Band.INTERMEDIATE, 1L), 1));
    }

    @Test
    void countsOnlyTheTwoYearsUpToTheDayAsked() throws IOException {
        Path file = file(
                "person,code,date",
                "ann,F00,2024-03-31",
                "ann,G81,2024-03-30",
                "ann,G30,2026-04-01",
                "ann,I69,46112",
                "ann,R29,31/03/2026");
        Map<String, FrailtyRow> rows = new HashMap<>();

        PopulationSummary summary = score(file, LocalDate.of(2026, 3, 31), rows);

        assertThat(rows.values()).containsExactly(new FrailtyRow("ann", 71, List.of("F00"), false));
        assertThat(summary.badDates()).isEqualTo(2);
    }

    @Test
    void agreesWithTheScoreOfEachPersonAlone() throws IOException {
        List<String> known =
                List.copyOf(HospitalFrailty.published().tenthsByCode().keySet());
        SplittableRandom random = new SplittableRandom(91);
        Map<String, Set<Icd10>> codes = new HashMap<>();
        List<String> lines = new ArrayList<>(List.of("person,code"));
        for (int i = 0; i < 20_000; i++) {
            String person = "p" + random.nextInt(900);
            String code = known.get(random.nextInt(known.size())) + random.nextInt(10);
            codes.computeIfAbsent(person, key -> new HashSet<>()).add(Icd10.of(code));
            lines.add(person + "," + code);
        }
        Map<String, FrailtyRow> rows = new HashMap<>();

        score(file(lines.toArray(String[]::new)), null, rows);

        assertThat(rows).hasSameSizeAs(codes);
        codes.forEach((person, theirs) -> assertThat(rows.get(person))
                .extracting(FrailtyRow::tenths)
                .isEqualTo(HospitalFrailty.published().score(theirs).tenths()));
    }

    @Test
    void tellsEachRowThatWasLeftOutAndWhy() throws IOException {
        Path file =
                file("person,code,date", ",F00,2026-01-01", "ann,F00,2026-01-01", "bob,?,2026-01-01", "cat,F00,46112");
        List<RefusedRow> refused = new ArrayList<>();

        try (PopulationFrailty population = PopulationFrailty.open()) {
            population.refused(new PopulationRequest(file, LocalDate.of(2026, 3, 31), 1), refused::add);
        }

        assertThat(refused)
                .containsExactly(
                        new RefusedRow(1, null, "F00", "names nobody"),
                        new RefusedRow(3, "bob", "?", "no ICD-10 code"),
                        new RefusedRow(4, "cat", "F00", "the date cannot be read"));
    }

    @Test
    void readsConditionsAsBulkExportWritesThem() throws IOException {
        String icd10 = "{\"system\":\"http://hl7.org/fhir/sid/icd-10\",\"code\":\"F00.1\"}";
        String snomed = "{\"system\":\"http://snomed.info/sct\",\"code\":\"26929004\"}";
        Path file = Files.write(
                folder.resolve("Condition.ndjson"),
                List.of(
                        "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/9990000018\"},"
                                + "\"recordedDate\":\"2026-01-02T10:00:00Z\",\"code\":{\"coding\":["
                                + icd10 + "," + snomed + "]}}",
                        "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/9990000026\"},"
                                + "\"onsetDateTime\":\"2020-01-02\",\"code\":{\"coding\":[" + icd10 + "]}}",
                        "{\"resourceType\":\"Patient\",\"id\":\"9990000018\"}"));
        Map<String, FrailtyRow> rows = new HashMap<>();

        score(file, LocalDate.of(2026, 3, 31), rows);

        assertThat(rows.values())
                .containsExactlyInAnyOrder(
                        new FrailtyRow("9990000018", 71, List.of("F00"), false),
                        new FrailtyRow("9990000026", 0, List.of(), false));
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedByName() throws IOException {
        Path file = file("nhs,icd", "1,F00");

        assertThatThrownBy(() -> score(file, null, new HashMap<>())).hasMessageContaining("no column (person)");
        assertThatThrownBy(() -> score(folder.resolve("none.csv"), null, new HashMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.csv");
        Path undated = file("person,code", "1,F00");
        assertThatThrownBy(() -> score(undated, LocalDate.EPOCH, new HashMap<>()))
                .hasMessageContaining("no column (date)");
    }

    @Test
    void thePyramidKeepsEqualScoresTogetherAndPeopleWithoutRiskAtItsBase() {
        int[] scores = {0, 0, 0, 0, 0, 0, 3, 3, 3, 9}; // 10% high, 20% rising

        RiskPyramid pyramid = RiskPyramid.of(scores, new Shares(0.10, 0.20));

        assertThat(pyramid.highFrom()).isEqualTo(9);
        assertThat(pyramid.risingFrom()).isEqualTo(3);
        assertThat(pyramid.tier(0)).isEqualTo(Tier.LOW);
        assertThat(RiskPyramid.of(new int[] {0, 0, 0}, new Shares(0.05, 0.2)).tier(0))
                .isEqualTo(Tier.LOW);
        assertThat(RiskPyramid.of(new int[] {7}, new Shares(0.05, 0.2)).tier(7)).isEqualTo(Tier.HIGH);
        assertThat(pyramid.why(3).words()).isEqualTo("a score of 3, from 3 on is rising risk");
        assertThatThrownBy(() -> new Shares(0.5, 0.5)).hasMessageContaining("less than 1");
        assertThatThrownBy(() -> RiskPyramid.of(new int[0], new Shares(0.1, 0.1)))
                .hasMessageContaining("no scores");
    }

    @Test
    void movesBetweenTiersAreCountedApartFromComingsAndGoings() {
        Map<String, Tier> before =
                Map.of("a", Tier.RISING, "b", Tier.RISING, "c", Tier.RISING, "d", Tier.LOW, "e", Tier.HIGH);
        Map<String, Tier> after = Map.of("a", Tier.HIGH, "b", Tier.RISING, "d", Tier.LOW, "n", Tier.LOW);

        TierTransitions transitions = TierTransitions.between(before, after);

        assertThat(transitions.rate(Tier.RISING, Tier.HIGH)).isEqualTo(0.5);
        assertThat(transitions.count(Tier.LOW, Tier.LOW)).isEqualTo(1);
        assertThat(transitions.went(Tier.RISING)).isEqualTo(1);
        assertThat(transitions.came(Tier.LOW)).isEqualTo(1);
        assertThat(transitions.rate(Tier.HIGH, Tier.LOW)).isNaN();
    }

    @Test
    void theFirstSegmentInTheListWins() {
        Segments segments = Segments.of(List.of(
                new Segment("end-of-life", "Near the end of life", new Criterion.Flag("palliative-register")),
                new Segment(
                        "frailty",
                        "Frailty or dementia",
                        new Criterion.AnyOf(List.of(
                                new Criterion.FrailtyFrom(151), new Criterion.Diagnoses(1, Set.of("F00", "F03"))))),
                new Segment(
                        "complex",
                        "Several long-term conditions",
                        new Criterion.All(List.of(
                                new Criterion.AgeFrom(65), new Criterion.Diagnoses(2, Set.of("E11", "I50", "J44"))))),
                new Segment("healthy", "Generally well", new Criterion.Everyone())));

        assertThat(segment(segments, new PersonHistory(70, Set.of(Icd10.of("F03")), Set.of("palliative-register"), 0)))
                .isEqualTo("end-of-life: flagged palliative-register");
        assertThat(segment(segments, new PersonHistory(70, Set.of(Icd10.of("F03.9")), Set.of(), 0)))
                .isEqualTo("frailty: diagnoses in F03");
        assertThat(segment(segments, new PersonHistory(70, Set.of(Icd10.of("E11.9"), Icd10.of("I50.0")), Set.of(), 0)))
                .isEqualTo("complex: aged 70 and diagnoses in E11, I50");
        assertThat(segment(
                        segments, new PersonHistory(60, Set.of(Icd10.of("E11.9"), Icd10.of("E11.2")), Set.of(), 150)))
                .isEqualTo("healthy: none of the segments before");
    }

    private static String segment(Segments segments, PersonHistory person) {
        Segments.Assigned assigned = segments.assign(person);
        return assigned.segment().id() + ": " + assigned.why().words();
    }

    @Test
    void aListOfSegmentsMustTakeEveryoneExactlyAtItsEnd() {
        Segment healthy = new Segment("healthy", "Generally well", new Criterion.Everyone());
        Segment old = new Segment("old", "Older", new Criterion.AgeFrom(65));

        assertThatThrownBy(() -> Segments.of(List.of(old))).hasMessageContaining("(old) is the last");
        assertThatThrownBy(() -> Segments.of(List.of(healthy, old))).hasMessageContaining("before the last");
        assertThatThrownBy(() -> Segments.of(List.of(old, old, healthy))).hasMessageContaining("listed twice");
    }
}
