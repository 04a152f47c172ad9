package uk.homeward.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.identity.Matcher.Known;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.journey.source.Yaml;

class MatcherTest {

    private static final String NUMBER = "9991234578";
    private static final String OTHER_NUMBER = "9991234586";
    private static final LocalDate BORN = LocalDate.of(1941, 3, 7);

    private final Weights weights =
            Weights.load(Path.of(System.getProperty("homeward.root", ".."), "places", "birmingham-solihull"));
    private final Matcher matcher = new Matcher(weights);

    @Test
    void number_name_and_birth_date_make_one_person() {
        assertThat(judge(margaret(), margaret())).isInstanceOf(Judgement.Same.class);
    }

    @Test
    void a_number_alone_makes_nobody_the_same() {
        Judgement other =
                judge(someone(NUMBER, "Osei", "Kofi", LocalDate.of(1950, 12, 1), "3 Elm Road", "B1"), margaret());
        assertThat(other)
                .isInstanceOfSatisfying(
                        Judgement.Doubtful.class,
                        d -> assertThat(d.perhaps())
                                .singleElement()
                                .satisfies(l -> assertThat(l.words())
                                        .contains("The NHS number is the same")
                                        .contains("differ")));
        assertThat(judge(someone(NUMBER, "", "", null, "", ""), margaret())).isInstanceOf(Judgement.Doubtful.class);
    }

    @Test
    void a_placeholder_number_is_no_number() {
        Traits one = someone("9999999999", "Osei", "Kofi", BORN, "3 Elm Road", "B1 2CD");
        Traits other = someone("9999999999", "Novak", "Ana", LocalDate.of(1938, 1, 9), "9 Oak Lane", "B9 4XY");
        assertThat(one.nhsNumber()).isNull();
        assertThat(judge(one, other)).isInstanceOf(Judgement.Nobody.class);
        assertThat(new Traits("9991234579", "", "", null, "", "", "", "").nhsNumber())
                .isNull();
    }

    @Test
    void without_a_number_name_birth_date_and_address_make_one_person_though_mistyped() {
        assertThat(judge(someone(null, "Hughes", "Peggy", BORN, "12 Barley Road", "B13 8AB"), margaret()))
                .isInstanceOf(Judgement.Same.class);
        assertThat(judge(someone(null, "Huges", "Margaret", BORN, "12, Barley Rd", "b138ab"), margaret()))
                .isInstanceOf(Judgement.Same.class);
    }

    @Test
    void day_and_month_swapped_or_one_digit_mistyped_is_doubt_or_better_never_nobody() {
        assertThat(judge(someone(null, "Hughes", "Margaret", LocalDate.of(1941, 7, 3), "", "B13 8AB"), margaret()))
                .isNotInstanceOf(Judgement.Nobody.class);
        assertThat(judge(
                        someone(null, "Hughes", "Margaret", LocalDate.of(1947, 3, 7), "12 Barley Road", "B13 8AB"),
                        margaret()))
                .isNotInstanceOf(Judgement.Nobody.class);
        assertThat(judge(someone(null, "Margaret", "Hughes", BORN, "12 Barley Road", "B13 8AB"), margaret()))
                .isNotInstanceOf(Judgement.Nobody.class);
    }

    @Test
    void name_and_birth_date_alone_are_doubt() {
        assertThat(judge(someone(null, "Hughes", "Margaret", BORN, "", ""), margaret()))
                .isInstanceOf(Judgement.Doubtful.class);
    }

    @Test
    void twins_couples_and_parents_are_not_one_person() {
        assertThat(judge(someone(null, "Hughes", "Dilys", BORN, "12 Barley Road", "B13 8AB"), margaret()))
                .isInstanceOfSatisfying(
                        Judgement.Doubtful.class,
                        d -> assertThat(d.perhaps().getFirst().words()).contains("twins"));
        assertThat(judge(
                        someone(null, "Hughes", "John", LocalDate.of(1939, 11, 20), "12 Barley Road", "B13 8AB"),
                        margaret()))
                .isInstanceOf(Judgement.Nobody.class);
        assertThat(judge(someone(NUMBER, "Hughes", "Dilys", BORN, "12 Barley Road", "B13 8AB"), margaret()))
                .as("a twin's record under the other's number")
                .isInstanceOf(Judgement.Doubtful.class);
    }

    @Test
    void two_numbers_of_one_system_or_two_nhs_numbers_are_doubt_however_alike() {
        assertThat(matcher.judge(margaret(), List.of(new Known("m", margaret(), true))))
                .isInstanceOf(Judgement.Doubtful.class);
        assertThat(judge(someone(OTHER_NUMBER, "Hughes", "Margaret", BORN, "12 Barley Road", "B13 8AB"), margaret()))
                .isInstanceOf(Judgement.Doubtful.class);
    }

    @Test
    void two_records_that_fit_equally_are_doubt() {
        assertThat(matcher.judge(
                        margaret(), List.of(new Known("a", margaret(), false), new Known("b", margaret(), false))))
                .isInstanceOfSatisfying(
                        Judgement.Doubtful.class, d -> assertThat(d.perhaps()).hasSize(2));
    }

    @Test
    void any_one_slip_leaves_a_key_by_which_the_record_is_found() {
        List<Traits> slips = List.of(
                someone(OTHER_NUMBER, "Hughes", "Margaret", BORN, "12 Barley Road", "B13 8AB"),
                someone(null, "Hughes", "Maggie", BORN, "1 Other Street", "B1 1AA"),
                someone(null, "Jones", "Margaret", BORN, "1 Other Street", "B1 1AA"),
                someone(null, "Margaret", "Hughes", BORN, "1 Other Street", "B1 1AA"),
                someone(null, "Hughes", "Margaret", LocalDate.of(1941, 7, 3), "1 Other Street", "B1 1AA"),
                someone(null, "Hughes", "Margaret", LocalDate.of(1914, 3, 7), "1 Other Street", "B1 1AA"),
                someone(null, "Hughes", "Margaret", LocalDate.of(1941, 3, 17), "1 Other Street", "B1 1AA"),
                someone(NUMBER, "Smith", "Ann", LocalDate.of(1950, 1, 2), "1 Other Street", "B1 1AA"));
        int[] kept = Keys.of(margaret());
        for (Traits slip : slips) {
            assertThat(Arrays.stream(Keys.lookingFor(slip)).anyMatch(k -> Arrays.binarySearch(kept, k) >= 0))
                    .as("%s", slip)
                    .isTrue();
        }
    }

    @Test
    void names_are_compared_as_they_sound_and_without_accents() {
        assertThat(Letters.plain("O\u2019Brien-Núñez ")).isEqualTo("obrien nunez");
        assertThat(Letters.sound("mohammed")).isEqualTo(Letters.sound("muhammad"));
        assertThat(Letters.sound("philips")).isEqualTo(Letters.sound("fillips"));
        assertThat(Letters.slips("hughes", "huhges", 2)).isEqualTo(1);
        assertThat(Letters.alike("khan", "kahn")).isTrue();
        assertThat(Letters.alike("ann", "joy")).isFalse();
    }

    @Test
    void the_places_weights_are_checked_and_faults_name_the_line() {
        Faults faults = new Faults();
        assertThatThrownBy(() -> Weights.of(
                        Yaml.parse(
                                "matching.yaml",
                                "certain: 20\ndoubtful: 21\nclear: 6\nfindings: {number-same: [2, 0.1]}",
                                faults),
                        faults))
                .isInstanceOf(FaultyDefinition.class)
                .hasMessageContaining("matching.yaml:1")
                .hasMessageContaining("shares lie above 0")
                .hasMessageContaining("phone-same");
    }

    private Judgement judge(Traits told, Traits known) {
        return matcher.judge(told, List.of(new Known("m", known, false)));
    }

    private static Traits margaret() {
        return someone(NUMBER, "Hughes", "Margaret", BORN, "12 Barley Road", "B13 8AB");
    }

    private static Traits someone(
            @Nullable String number,
            String family,
            String given,
            @Nullable LocalDate born,
            String address,
            String postcode) {
        return new Traits(number, family, given, born, "female", address, postcode, "");
    }
}
