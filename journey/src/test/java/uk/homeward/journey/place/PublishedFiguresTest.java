package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** The shipped place against the published files that it was made from, where they lie beside the project. */
class PublishedFiguresTest {

    private static final Path DATA =
            Path.of(System.getProperty("homeward.root"), "..", "shared", "data").normalize();
    private static final Place PLACE = Place.load(TestPlaces.shipped());

    @BeforeAll
    static void theFilesAreThere() {
        assumeTrue(Files.isDirectory(DATA), "left out: there is no folder " + DATA);
    }

    @Test
    void everyMainPracticeIsThereWithItsPostcodeNetworkLocalityAndListSize() {
        var sizes = rows("bsol-places/BSol-GP-pops-2024.csv").stream()
                .collect(Collectors.toMap(row -> row.text("Practice.Code"), row -> row.optional("total_pop")));
        List<CsvRow> main = rows("bsol-places/2024-07-15-BSol-GP-list.csv").stream()
                .filter(row -> row.text("Type").equals("Main"))
                .toList();
        assertThat(main).hasSize(PLACE.practices().size()).allSatisfy(row -> {
            Practice practice = PLACE.practices().get(PracticeCode.of(row.text("Practice.Code")));
            assertThat(practice.title()).isEqualTo(row.text("Practice.Name"));
            assertThat(practice.postcode()).isEqualTo(row.text("Postcode").replaceAll("\\s+", " "));
            assertThat(practice.network()).isEqualTo(row.text("PCN"));
            assertThat(practice.locality().value()).isEqualToIgnoringCase(row.text("Locality"));
            assertThat(practice.listSize())
                    .hasToString(sizes.get(practice.code().value()));
        });
    }

    @Test
    void everyElectoralWardLiesInItsLocality() {
        assertThat(rows("bsol-places/ward-to-locality.csv"))
                .hasSize(PLACE.wards().size())
                .allSatisfy(row -> {
                    ElectoralWard ward = PLACE.wards().get(row.text("AreaCode"));
                    assertThat(ward.title()).isEqualTo(row.text("AreaName"));
                    assertThat(ward.locality().value()).isEqualToIgnoringCase(row.text("Locality"));
                    assertThat(PLACE.localities().get(ward.locality()).authority())
                            .isEqualTo(row.text("ParentCode"));
                });
    }

    @Test
    void olderPeopleAreCountedAsTheProjectionCountsThem() {
        List<CsvRow> published = rows("ap_population_single_year_principal_2000_2043.csv").stream()
                .filter(row -> row.text("year").equals("2026") && row.whole("age", 0) >= 65)
                .filter(row -> !row.text("area").equals("England"))
                .toList();
        assertThat(published)
                .hasSize(PLACE.people().ages().size())
                .allSatisfy(row -> assertThat(PLACE.people().ages())
                        .contains(new PeopleModel.AgeCount(
                                row.text("area_code"),
                                row.whole("age", 0),
                                row.whole("female", 0),
                                row.whole("male", 0))));
    }

    @Test
    void theNationalReasonsAreThoseOfTheReturns() {
        Set<String> ours = PLACE.delayCauses().stream()
                .filter(cause -> cause.nationalReason() != null)
                .map(cause -> plain(cause.nationalGroup() + cause.nationalReason()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> published = rows("nhse_delay_reasons_by_trust_2024_2025.csv").stream()
                .map(row -> plain(row.text("delay_reason")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours).hasSize(37).isEqualTo(published);
        Set<String> older = rows("sitrep_acute_t5_delay_reason_14plus_2022_2024.csv").stream()
                .map(row -> row.text("metric"))
                .collect(Collectors.toSet());
        assertThat(older)
                .containsAll(PLACE.delayCauses().stream()
                        .map(DelayCause::olderReason)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void dementiaIsAsPrevalentAsTheStudyFound() {
        assertThat(rows("bcc_dementia_prevalence_cfas2.csv")).hasSize(12).allSatisfy(row -> {
            int age = Integer.parseInt(row.text("AgeBand").substring(0, 2));
            PeopleModel.BySex share = PLACE.people().dementia().at(age);
            assertThat(row.text("Sex").equals("Male") ? share.male() : share.female())
                    .isEqualTo(row.number("DementiaPrevalence", 0));
        });
    }

    /** Letters and digits only: the published words vary in dashes, blanks and stray question marks. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "");
    }

    private static List<CsvRow> rows(String file) {
        Faults faults = new Faults();
        List<CsvRow> rows = Csv.read(DATA.resolve(file), faults).rows();
        assertThat(faults.list()).isEmpty();
        return rows;
    }
}
