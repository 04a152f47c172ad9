package uk.homeward.server.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.homeward.foresight.benefits.finance.FinanceCheck;
import uk.homeward.foresight.benefits.finance.FinanceTable;
import uk.homeward.foresight.benefits.payment.Settlement;

/** Amounts in words, and tables as CSV. */
public final class MoneyText {

    private MoneyText() {}

    /** With thousands, and as few of four decimals as it has. */
    public static String amount(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        int decimals = Math.clamp(rounded.scale(), 0, 4);
        return String.format(Locale.UK, "%,." + decimals + "f", rounded);
    }

    /** Rounded to so many decimals, with thousands. */
    static String rounded(double value, int decimals) {
        return String.format(Locale.UK, "%,." + Math.max(0, decimals) + "f", value);
    }

    /** The parts as a sum that can be followed, such as {@code health 582 + councils 130}; many are only counted. */
    public static String parts(FinanceCheck check) {
        if (check.parts().size() > 6) {
            return check.parts().size() + " parts";
        }
        return check.parts().stream()
                .map(p -> p.name() + " " + amount(p.value()))
                .collect(Collectors.joining("; "));
    }

    static String csv(List<FinanceCheck> checks) {
        StringBuilder csv = new StringBuilder("table,what,parts,computed,stated,difference,unit,agrees,note,source\n");
        for (FinanceCheck c : checks) {
            csv.append(line(
                    c.table(),
                    c.what(),
                    c.parts().stream()
                            .map(p -> p.name() + "=" + plain(p.value()))
                            .collect(Collectors.joining("; ")),
                    plain(c.computed()),
                    plain(c.stated()),
                    plain(c.difference()),
                    c.unit(),
                    c.agrees() ? "yes" : "no",
                    c.note(),
                    c.source()));
        }
        return csv.toString();
    }

    static String csv(FinanceTable table) {
        StringBuilder csv = new StringBuilder(quoted(table.rowHeading()));
        table.columns().forEach(c -> csv.append(',').append(quoted(c)));
        csv.append('\n');
        for (FinanceTable.Row row : table.rows()) {
            csv.append(quoted(row.name()));
            table.columns()
                    .forEach(c -> csv.append(',')
                            .append(row.cell(c).isPresent() ? plain(row.cell(c).getAsDouble()) : ""));
            csv.append('\n');
        }
        return csv.toString();
    }

    static String csv(Settlement settlement) {
        StringBuilder csv =
                new StringBuilder("service,way,planned_activity,actual_activity,planned_cost,actual_cost,paid,"
                        + "provider_gains,commissioner_gains\n");
        for (Settlement.Line l : settlement.lines()) {
            csv.append(line(
                    l.service().title(),
                    l.service().bucket().words(),
                    plain(l.service().plannedActivity()),
                    plain(l.service().actualActivity()),
                    plain(l.service().plannedCost()),
                    plain(l.service().actualCost()),
                    plain(l.paid()),
                    plain(l.providerGains()),
                    plain(l.commissionerGains())));
        }
        return csv.toString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String line(String... cells) {
        return Arrays.stream(cells).map(MoneyText::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
