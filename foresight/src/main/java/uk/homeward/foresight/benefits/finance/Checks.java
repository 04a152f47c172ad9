package uk.homeward.foresight.benefits.finance;

import java.util.List;
import uk.homeward.foresight.benefits.finance.FinanceCheck.Part;

/** Makes checks of a table. */
final class Checks {

    private Checks() {}

    static FinanceCheck of(
            FinanceTable table, String what, List<Part> parts, double computed, double stated, int decimals) {
        return of(table, what, parts, computed, stated, decimals, table.unit());
    }

    static FinanceCheck of(
            FinanceTable table,
            String what,
            List<Part> parts,
            double computed,
            double stated,
            int decimals,
            String unit) {
        return new FinanceCheck(table.title(), what, parts, computed, stated, unit, decimals, 0, "", table.source());
    }
}
