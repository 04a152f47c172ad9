package uk.homeward.server.hospital;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.homeward.journey.flow.DischargeDelays;
import uk.homeward.journey.flow.Dtoc;
import uk.homeward.journey.place.Organisation;

/** The returns as files, in the layouts in which they are published; one row for each figure. No names. */
public final class ReturnFiles {

    private final Returns returns;

    public ReturnFiles(Returns returns) {
        this.returns = returns;
    }

    /** Month, organisation, period, metric and value, as the daily discharge return is published. */
    public String sitrep(LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (Organisation organisation : returns.organisations()) {
            for (Returns.Part part : returns.sitrep(organisation.id().value(), day)) {
                if (part.title().equals(Returns.NOT_RETURNED)) {
                    continue;
                }
                part.lines()
                        .forEach(line -> rows.add(List.of(
                                YearMonth.from(day).atDay(1).toString(),
                                code(organisation),
                                day.toString(),
                                line.figure().name(),
                                String.valueOf(line.figure().value()))));
            }
        }
        return Sheets.csv(List.of("month", "org", "period", "metric", "value"), rows);
    }

    /**
     * Month, organisation, side, reason, delayed days and the beds that these are on an average day.
     *
     * @param lastDay the last day that is over
     */
    public String dtoc(YearMonth month, LocalDate lastDay) {
        List<List<String>> rows = new ArrayList<>();
        for (Organisation organisation : returns.organisations()) {
            Dtoc dtoc = returns.dtoc(organisation.id().value(), month, lastDay);
            dtoc.days()
                    .forEach(line -> rows.add(dtocRow(
                            month,
                            organisation,
                            line.side() == null
                                    ? ""
                                    : line.side()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            line.figure().name(),
                            line.figure().value())));
            rows.add(dtocRow(month, organisation, "all", "All Delay Reasons", dtoc.total()));
        }
        return Sheets.csv(
                List.of(
                        "date",
                        "org_code",
                        "side",
                        "delay_reason",
                        "num_delayed_bed_days",
                        "average_daily_delayed_beds"),
                rows);
    }

    private static List<String> dtocRow(
            YearMonth month, Organisation organisation, String side, String reason, long days) {
        return List.of(
                month.atDay(1).toString(),
                code(organisation),
                side,
                reason,
                String.valueOf(days),
                String.valueOf(Dtoc.averageDailyBeds(days, month.lengthOfMonth())));
    }

    /** Month, organisation, people, days and bands, as delays by the discharge-ready date are published. */
    public String discharge(YearMonth month) {
        List<List<String>> rows = new ArrayList<>();
        for (Organisation organisation : returns.organisations()) {
            String id = organisation.id().value();
            DischargeDelays delays = returns.delays(id, month);
            List<String> row = new ArrayList<>(List.of(
                    month.atDay(1).toString(),
                    code(organisation),
                    String.valueOf(delays.discharged()),
                    String.valueOf(delays.bedDays())));
            returns.delayParts(id, month)
                    .getFirst()
                    .lines()
                    .forEach(line -> row.add(String.valueOf(line.figure().value())));
            row.add(String.valueOf(delays.delayed()));
            row.add(decimal(delays.percentDelayed()));
            row.add(decimal(delays.meanDelay()));
            row.add(decimal(delays.meanOverAll()));
            rows.add(row);
        }
        return Sheets.csv(
                List.of(
                        "month",
                        "org_code",
                        "patients_discharged_volume",
                        "dd_bed_days",
                        "no_delay_volume",
                        "1_day_delay_volume",
                        "2_3_day_delay_volume",
                        "4_6_day_delay_volume",
                        "7_13_day_delay_volume",
                        "14_20_day_delay_volume",
                        "21plus_day_delay_volume",
                        "no_drd_recorded_volume",
                        "total_delay_volume",
                        "perc_patients_delayed",
                        "average_delay_los_minus_0_day_delay",
                        "average_delay_los_inc_0_day_delay"),
                rows);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String code(Organisation organisation) {
        return organisation.ods() == null ? organisation.id().value() : organisation.ods();
    }
}
