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

    /** Takes the parts of a column, in their order, from the opening gap. */
    public static Waterfall of(double opening, FinanceTable solutions, String column) {
        List<Step> steps = new ArrayList<>();
        double left = opening;
        for (FinanceTable.Row row : solutions.parts()) {
            double closes = row.cell(column).orElse(0);
            left -= closes;
            steps.add(new Step(row.name(), closes, left));
        }
        return new Waterfall(opening, steps);
    }

    /** The gap that no step closes; below 0 where more is closed than there was. */
    public double closing() {
        return steps.isEmpty() ? opening : steps.getLast().left();
    }
}
