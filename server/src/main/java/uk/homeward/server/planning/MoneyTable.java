package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.homeward.foresight.benefits.finance.BirthSettings;
import uk.homeward.foresight.benefits.finance.FinanceCheck;
import uk.homeward.foresight.benefits.finance.FinanceTable;
import uk.homeward.foresight.benefits.finance.Rating;
import uk.homeward.foresight.benefits.finance.ReturnOnInvestment;
import uk.homeward.foresight.benefits.finance.Waterfall;

/** One finance table as its page shows it: as stated, what follows from it, and its totals held against their parts. */
public final class MoneyTable {

    private final FinanceTable table;
    private final List<FinanceCheck> checks;

    MoneyTable(FinanceTable table, List<FinanceCheck> checks) {
        this.table = table;
        this.checks =
                checks.stream().filter(c -> c.table().equals(table.title())).toList();
    }

    /**
     * Some rows of text under headings.
     *
     * @param words a sentence that says what follows; empty if none
     */
    public record Sheet(String title, List<String> headings, List<List<String>> rows, String words) {
        public Sheet {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    public String id() {
        return table.id();
    }

    public String title() {
        return table.title();
    }

    public String source() {
        return table.source();
    }

    public String unit() {
        return table.unit();
    }

    /** {@code 3 of 17 stated figures disagree}. */
    public String verdict() {
        long wrong = checks.stream().filter(c -> !c.agrees()).count();
        if (checks.isEmpty()) {
            return "no figure to check";
        }
        return wrong == 0 ? "all " + checks.size() + " agree" : wrong + " of " + checks.size() + " disagree";
    }

    public boolean agrees() {
        return checks.stream().allMatch(FinanceCheck::agrees);
    }

    public List<FinanceCheck> checks() {
        return checks;
    }

    public Sheet stated() {
        List<String> headings = Stream.concat(Stream.of(table.rowHeading()), table.columns().stream())
                .toList();
        List<List<String>> rows = table.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of(row.name()),
                                table.columns().stream()
                                        .map(c -> row.cell(c).isPresent()
                                                ? MoneyText.amount(row.cell(c).getAsDouble())
                                                : ""))
                        .toList())
                .toList();
        return new Sheet(table.title() + " (" + table.unit() + ")", headings, rows, "");
    }

    private boolean has(String... columns) {
        return table.columns().containsAll(List.of(columns));
    }

    /** What follows from the table, where its columns allow. */
    public List<Sheet> follows() {
        List<Sheet> sheets = new ArrayList<>();
        if (has("net impact")) {
            sheets.add(waterfall());
        }
        if (has("gross savings", "revenue costs")) {
            sheets.add(roi(ReturnOnInvestment.of(table, "gross savings", "revenue costs")));
        }
        if (has("deliveries", "cost", "target share")) {
            sheets.add(births(BirthSettings.of(table)));
        }
        if (has("red", "amber", "green")) {
            sheets.add(ratings());
        }
        return sheets;
    }

    /** The picture that goes with it; empty if there is none. */
    public String picture() {
        if (has("net impact")) {
            return MoneyPictures.waterfall(table.title(), Waterfall.of(table, "net impact"));
        }
        return has("red", "amber", "green") ? MoneyPictures.ratings(table.title(), Rating.of(table)) : "";
    }

    private Sheet waterfall() {
        Waterfall fall = Waterfall.of(table, "net impact");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Waterfall.OPENING, "", MoneyText.amount(fall.opening())));
        fall.steps()
                .forEach(s -> rows.add(List.of(s.title(), MoneyText.amount(s.closes()), MoneyText.amount(s.left()))));
        return new Sheet(
                "From the opening gap, step by step",
                List.of("solution", "closes", "left"),
                rows,
                "All solutions together leave a gap of " + MoneyText.amount(fall.closing()) + ".");
    }

    private static Sheet roi(ReturnOnInvestment roi) {
        List<List<String>> rows = roi.years().stream()
                .map(y -> List.of(
                        y.name(),
                        MoneyText.amount(y.savings()),
                        MoneyText.amount(y.costs()),
                        MoneyText.amount(y.net()),
                        MoneyText.amount(y.balance())))
                .toList();
        String repaid = roi.repaidIn()
                .map(y -> " The costs are repaid in " + y.name() + ".")
                .orElse(" The costs are not repaid in these years.");
        return new Sheet(
                "Return on investment",
                List.of("year", "savings", "costs", "net", "balance so far"),
                rows,
                String.format(Locale.UK, "Each pound brings %.1f pence beyond itself.", 100 * roi.ratio()) + repaid);
    }

    private static Sheet births(BirthSettings births) {
        List<List<String>> rows = births.settings().stream()
                .map(s -> List.of(
                        s.name(),
                        MoneyText.rounded(s.births(), 0),
                        MoneyText.rounded(s.perBirth(), 0),
                        MoneyText.rounded(s.targetBirths(), 0),
                        MoneyText.rounded(s.targetCost(), 0),
                        MoneyText.rounded(s.saving(), 0)))
                .toList();
        return new Sheet(
                "Births moved to their target shares, at present cost (pounds)",
                List.of("setting", "births now", "cost per birth", "target births", "target cost", "saves"),
                rows,
                "All moves together save " + MoneyText.rounded(births.saving(), 0) + " pounds a year.");
    }

    private Sheet ratings() {
        List<List<String>> rows = Rating.of(table).stream()
                .map(r -> List.of(
                        r.name(),
                        MoneyText.amount(r.all()),
                        MoneyText.amount(r.red()),
                        MoneyText.rounded(100 * r.atRisk(), 0) + "%"))
                .toList();
        return new Sheet("How sure the savings are", List.of("year", "planned", "at risk (red)", "share"), rows, "");
    }

    String csv() {
        return MoneyText.csv(table);
    }
}
