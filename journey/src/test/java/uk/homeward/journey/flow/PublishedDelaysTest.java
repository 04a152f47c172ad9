package uk.homeward.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** Our arithmetic on every row that was published, where the outside data lie beside the project. */
class PublishedDelaysTest {

    private static final Path DATA =
            Path.of(System.getProperty("homeward.root"), "..", "shared", "data").normalize();

    private static List<CsvRow> rows(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "left out: there are no outside data (" + path + ")");
        Faults faults = new Faults();
        List<CsvRow> rows = Csv.read(path, faults).rows();
        faults.throwIfAny();
        return rows;
    }

    private static double number(CsvRow row, String column) {
        return Double.parseDouble(row.optional(column));
    }

    private static double orZero(CsvRow row, String column) {
        return has(row, column) ? number(row, column) : 0;
    }

    private static boolean has(CsvRow row, String... columns) {
        for (String column : columns) {
            if (row.optional(column).isEmpty() || row.optional(column).equals("NA")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void no_longer_meeting_is_left_and_remaining_on_every_published_day() {
        Map<String, Map<String, Double>> days = new HashMap<>();
        rows("sitrep_acute_t2_daily_ncr_discharged_2022_2024.csv")
                .forEach(row -> days.computeIfAbsent(
                                row.optional("org") + row.optional("period"), day -> new HashMap<>())
                        .put(row.optional("metric"), number(row, "value")));
        assertThat(days).hasSize(6_638);
        assertThat(days.values())
                .allMatch(day -> day.getOrDefault(Sitrep.NO_LONGER, -1.0)
                        == day.getOrDefault(Sitrep.DISCHARGED, 0.0) + day.getOrDefault(Sitrep.REMAINING, 0.0));
    }

    @Test
    void early_and_late_are_all_who_left_on_every_published_day() {
        List<CsvRow> rows = rows("nhse_discharged_daily_2022_2025.csv").stream()
                .filter(row -> has(row, "discharged_by_1700", "discharged_between_1701_2359", "discharged_total"))
                .toList();
        long agreeing = rows.stream()
                .filter(row -> number(row, "discharged_by_1700") + number(row, "discharged_between_1701_2359")
                        == number(row, "discharged_total"))
                .count();
        assertThat(rows).as("rows that give all three").hasSize(4_686);
        assertThat(agreeing).isEqualTo(rows.size());
    }

    @Test
    void share_delayed_mean_delay_and_share_of_beds_agree_with_every_published_trust_and_month() {
        List<CsvRow> rows = rows("hf_drd_trust_month_panel_with_derived.csv");
        int shares = 0;
        int means = 0;
        int beds = 0;
        for (CsvRow row : rows) {
            DischargeDelays delays = delays(row);
            if (has(row, "perc_patients_delayed", "total_delay_volume", "patients_discharged_volume")) {
                assertThat(delays.percentDelayed()).isCloseTo(number(row, "perc_patients_delayed"), within(1e-6));
                shares++;
            }
            if (has(row, "average_delay_los_minus_0_day_delay", "total_delay_volume", "dd_bed_days")) {
                assertThat(delays.meanDelay())
                        .isCloseTo(number(row, "average_delay_los_minus_0_day_delay"), within(1e-6));
                assertThat(delays.meanOverAll())
                        .isCloseTo(number(row, "average_delay_los_inc_0_day_delay"), within(1e-6));
                means++;
            }
            if (has(row, "perc_bed_delays", "adult_acute_beds", "dd_bed_days", "days_in_month")) {
                assertThat(delays.percentOfBeds((int) number(row, "days_in_month"), number(row, "adult_acute_beds")))
                        .isCloseTo(number(row, "perc_bed_delays"), within(1e-6));
                beds++;
            }
        }
        assertThat(List.of(shares, means, beds)).containsExactly(124, 124, 126);
    }

    private static DischargeDelays delays(CsvRow row) {
        long left = has(row, "patients_discharged_volume") ? (long) number(row, "patients_discharged_volume") : 0;
        long delayed = has(row, "total_delay_volume") ? (long) number(row, "total_delay_volume") : 0;
        long days = has(row, "dd_bed_days") ? (long) number(row, "dd_bed_days") : 0;
        return new DischargeDelays(left, delayed, days);
    }

    @Test
    void the_bands_of_days_and_their_shares_agree_with_every_published_trust_and_month() {
        List<String> bands = List.of("1_day", "2_3_day", "4_6_day", "7_13_day", "14_20_day", "21plus_day");
        int shares = 0;
        List<CsvRow> rows = rows("hf_drd_trust_month_panel_with_derived.csv");
        for (CsvRow row : rows) {
            double left = orZero(row, "patients_discharged_volume");
            double delayed = 0;
            double days = 0;
            for (String band : bands) {
                double people = orZero(row, band + "_delay_volume");
                delayed += people;
                days += orZero(row, band + "_delay_beddays");
                if (has(row, band + "_delay_perc")) {
                    assertThat(people / left).isCloseTo(number(row, band + "_delay_perc"), within(1e-6));
                    shares++;
                }
            }
            assertThat(delayed).isEqualTo(orZero(row, "total_delay_volume"));
            assertThat(days).isEqualTo(orZero(row, "dd_bed_days"));
            assertThat(delayed + orZero(row, "no_delay_volume")).isEqualTo(left);
        }
        assertThat(rows).hasSize(126);
        assertThat(shares)
                .as("two months without anybody who left give no shares")
                .isEqualTo(124 * bands.size());
    }

    @Test
    void share_delayed_of_a_way_out_agrees_with_the_published_two() {
        assertThat(rows("hf_pathway_delays_2023.csv")).hasSize(2).allSatisfy(row -> {
            double delayed = number(row, "weekly_delayed");
            assertThat(100 * delayed / (delayed + number(row, "weekly_discharges")))
                    .isCloseTo(number(row, "pc_delayed"), within(1e-9));
        });
    }

    /** One published month of England lists 3 of 309,805 more by destination than were discharged. */
    @Test
    void the_twelve_destinations_are_the_published_ones_and_add_up_to_all_who_left() {
        Map<String, Double> byDestination = new HashMap<>();
        Set<String> names = new HashSet<>();
        rows("sitrep_acute_t4_discharge_destination_2022_2024.csv").forEach(row -> {
            names.add(row.optional("metric"));
            byDestination.merge(row.optional("month") + row.optional("org"), number(row, "value"), Double::sum);
        });
        assertThat(java.util.Arrays.stream(ReturnDestination.values()).map(ReturnDestination::metric))
                .containsExactlyInAnyOrderElementsOf(names);
        Map<String, Double> left = new HashMap<>();
        rows("sitrep_acute_t2_daily_ncr_discharged_2022_2024.csv").stream()
                .filter(row -> row.optional("metric").equals(Sitrep.DISCHARGED))
                .forEach(row ->
                        left.merge(row.optional("month") + row.optional("org"), number(row, "value"), Double::sum));
        assertThat(left.keySet()).isEqualTo(byDestination.keySet());
        assertThat(left.entrySet().stream()
                        .filter(month -> !month.getValue().equals(byDestination.get(month.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly("2023-10-01ENGLAND");
    }

    @Test
    void delayed_days_become_beds_as_in_every_published_row() {
        List<CsvRow> rows = rows("phs_delayed_bed_days_by_council_2016_2025.csv").stream()
                .filter(row -> has(row, "num_delayed_bed_days", "average_daily_delayed_beds"))
                .toList();
        assertThat(rows).hasSize(11_220).allSatisfy(row -> {
            int days = LocalDate.parse(row.optional("date")).lengthOfMonth();
            assertThat(Dtoc.averageDailyBeds((long) number(row, "num_delayed_bed_days"), days))
                    .isEqualTo((long) number(row, "average_daily_delayed_beds"));
        });
    }

    @Test
    void the_places_causes_lead_to_every_published_reason_and_to_no_other() {
        Set<String> published = rows("nhse_delay_reasons_by_trust_2024_2025.csv").stream()
                .map(row -> letters(row.optional("delay_reason")))
                .collect(Collectors.toSet());
        Set<String> ours = FlowBuilder.PLACE.causes().stream()
                .filter(cause -> cause.nationalReason() != null)
                .map(cause -> letters(cause.nationalGroup() + cause.nationalReason()))
                .collect(Collectors.toSet());
        assertThat(published).hasSize(37);
        assertThat(ours).isEqualTo(published);
    }

    /** The published words differ from month to month in dashes, spaces and stray question marks. */
    private static String letters(String reason) {
        return reason.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void the_older_reasons_are_published_ones() {
        Set<String> published = rows("sitrep_acute_t5_delay_reason_14plus_2022_2024.csv").stream()
                .map(row -> row.optional("metric"))
                .collect(Collectors.toSet());
        assertThat(published).hasSize(18).contains(Sitrep.NO_PLAN);
        assertThat(FlowBuilder.PLACE.causes().stream()
                        .map(DelayCause::olderReason)
                        .filter(java.util.Objects::nonNull)
                        .toList())
                .isSubsetOf(published);
    }
}
