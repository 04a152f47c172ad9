package uk.homeward.foresight.benefits.finance;

import java.util.ArrayList;
import java.util.List;

/** A gap that is closed step by step; amounts are in the unit of the table they come from. */
public record Waterfall(double opening, List<Step> steps) {

    /** One solution: what it closes, and the gap that is left after it. */
    public record Step(String title, double closes, double left) {}

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** The row of a table that holds the gap to start from. */
    public static final String OPENING = "opening gap";

    /** Takes the parts of a column, in their order, from the row {@link #OPENING}; without such a row, from 0. */
    public static Waterfall of(FinanceTable table, String column) {
        List<Step> steps = new ArrayList<>();
        double opening = 0;
        double left = 0;
        for (FinanceTable.Row row : table.parts()) {
            double amount = row.cell(column).orElse(0);
            if (row.name().equals(OPENING)) {
                opening = amount;
                left = amount;
            } else {
                left -= amount;
                steps.add(new Step(row.name(), amount, left));
            }
        }
        return new Waterfall(opening, steps);
    }

    /** The gap that no step closes; below 0 where more is closed than there was. */
    public double closing() {
        return steps.isEmpty() ? opening : steps.getLast().left();
    }
}
