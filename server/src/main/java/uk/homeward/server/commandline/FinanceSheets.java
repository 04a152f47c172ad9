package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.homeward.foresight.benefits.finance.BirthSettings;
import uk.homeward.foresight.benefits.finance.FinanceCheck;
import uk.homeward.foresight.benefits.finance.FinanceTable;
import uk.homeward.foresight.benefits.finance.Rating;
import uk.homeward.foresight.benefits.finance.ReturnOnInvestment;
import uk.homeward.foresight.benefits.finance.Waterfall;
import uk.homeward.foresight.benefits.payment.Settlement;

/** The sheets in which finance tables are told. */
final class FinanceSheets {

    private FinanceSheets() {}

    static Sheet checks(List<FinanceCheck> checks) {
        Sheet sheet = Sheet.of(
                "checks",
                "Stated figures against their parts",
                "table",
                "what",
                "parts",
                "computed",
                "stated",
                "difference",
                "unit",
                "agrees",
                "note",
                "source");
        for (FinanceCheck one : checks) {
            sheet = sheet.with(
                    one.table(),
                    one.what(),
                    one.parts().size(),
                    one.computed(),
                    one.stated(),
                    one.difference(),
                    one.unit(),
                    one.agrees() ? "yes" : "NO",
                    one.note(),
                    one.source());
        }
        return sheet;
    }

    static Sheet list(List<FinanceTable> tables) {
        Sheet sheet = Sheet.of("tables", "Finance tables", "id", "title", "rows", "unit", "source");
        for (FinanceTable table : tables) {
            sheet = sheet.with(table.id(), table.title(), table.rows().size(), table.unit(), table.source());
        }
        return sheet;
    }

    /** The table, and what follows from it where its columns allow: a waterfall, a return, the cost of moved births. */
    static List<Sheet> table(FinanceTable table) {
        List<Sheet> sheets = new ArrayList<>(List.of(plain(table)));
        if (table.columns().contains("net impact")) {
            sheets.add(waterfall(table));
        }
        if (table.columns().containsAll(List.of("gross savings", "revenue costs"))) {
            sheets.add(roi(ReturnOnInvestment.of(table, "gross savings", "revenue costs")));
        }
        if (table.columns().containsAll(List.of("deliveries", "cost", "target share"))) {
            sheets.add(births(BirthSettings.of(table)));
        }
        if (table.columns().containsAll(List.of("red", "amber", "green"))) {
            sheets.add(ratings(Rating.of(table)));
        }
        return sheets;
    }

    private static Sheet ratings(List<Rating> ratings) {
        Sheet sheet = Sheet.of("at-risk", "How sure the savings are", "year", "planned", "at risk (red)", "at risk %");
        for (Rating one : ratings) {
            sheet = sheet.with(one.name(), one.all(), one.red(), 100 * one.atRisk());
        }
        return sheet;
    }

    private static Sheet plain(FinanceTable table) {
        List<String> headings = Stream.concat(Stream.of(table.rowHeading()), table.columns().stream())
                .toList();
        List<List<Object>> rows = table.rows().stream()
                .map(row -> Stream.concat(
                                Stream.<Object>of(row.name()),
                                table.columns().stream()
                                        .<Object>map(column -> row.cell(column).isPresent()
                                                ? (Object) row.cell(column).getAsDouble()
                                                : Sheet.EMPTY))
                        .toList())
                .toList();
        return new Sheet(table.id(), table.title() + " (" + table.unit() + "; " + table.source() + ")", headings, rows);
    }

    private static Sheet waterfall(FinanceTable table) {
        Waterfall waterfall = Waterfall.of(table, "net impact");
        Sheet sheet = Sheet.of("waterfall", "From the opening gap, step by step", "step", "closes", "left")
                .with(Waterfall.OPENING, Sheet.EMPTY, waterfall.opening());
        for (Waterfall.Step step : waterfall.steps()) {
            sheet = sheet.with(step.title(), step.closes(), step.left());
        }
        return sheet;
    }

    private static Sheet roi(ReturnOnInvestment roi) {
        Sheet sheet = Sheet.of("return", "Return on investment", "year", "savings", "costs", "net", "balance");
        for (ReturnOnInvestment.Year year : roi.years()) {
            sheet = sheet.with(year.name(), year.savings(), year.costs(), year.net(), year.balance());
        }
        return sheet.with("net over costs, %", Sheet.EMPTY, Sheet.EMPTY, Sheet.EMPTY, 100 * roi.ratio());
    }

    private static Sheet births(BirthSettings births) {
        Sheet sheet = Sheet.of(
                "births-moved",
                "Births moved to their target shares, at present cost (GBP)",
                "setting",
                "births",
                "cost per birth",
                "target births",
                "target cost",
                "saving");
        for (BirthSettings.Setting one : births.settings()) {
            sheet = sheet.with(
                    one.name(), one.births(), one.perBirth(), one.targetBirths(), one.targetCost(), one.saving());
        }
        return sheet.with("All", Sheet.EMPTY, Sheet.EMPTY, Sheet.EMPTY, Sheet.EMPTY, births.saving());
    }

    static Sheet settlement(Settlement settlement) {
        Sheet sheet = Sheet.of(
                "settlement",
                "Who gains and who loses against plan",
                "service",
                "way of payment",
                "volume",
                "planned cost",
                "actual cost",
                "paid",
                "provider gains",
                "commissioner gains");
        for (Settlement.Line line : settlement.lines()) {
            sheet = sheet.with(
                    line.service().title(),
                    line.service().bucket().words(),
                    line.service().volume(),
                    line.service().plannedCost(),
                    line.service().actualCost(),
                    line.paid(),
                    line.providerGains(),
                    line.commissionerGains());
        }
        return sheet.with(
                "All",
                Sheet.EMPTY,
                Sheet.EMPTY,
                Sheet.EMPTY,
                Sheet.EMPTY,
                Sheet.EMPTY,
                settlement.providerGains(),
                settlement.commissionerGains());
    }
}
