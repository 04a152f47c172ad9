package uk.homeward.foresight.benefits.finance;

import java.util.List;
import uk.homeward.foresight.benefits.finance.FinanceCheck.Part;

/**
 * A figure that a text states, and how it follows from others.
 *
 * @param inputsWithin half the unit to which the inputs are rounded, 0 where they are exact
 */
record Statement(
        String table,
        String what,
        How how,
        List<Part> parts,
        double stated,
        String unit,
        int decimals,
        double inputsWithin,
        String note,
        String source) {

    /** How the parts give the figure. */
    enum How {
        /** All parts added. */
        SUM,
        /** All parts multiplied. */
        PRODUCT,
        /** The first part in per cent of the second. */
        SHARE
    }

    Statement {
        parts = List.copyOf(parts);
    }

    FinanceCheck check() {
        return new FinanceCheck(table, what, parts, computed(), stated, unit, decimals, slack(), note, source);
    }

    /** How far the figure may move when each input is off by {@code inputsWithin}; only shares tell it. */
    private double slack() {
        return switch (how) {
            case SUM, PRODUCT -> 0;
            case SHARE ->
                100 * (parts.get(0).value() + inputsWithin) / (parts.get(1).value() - inputsWithin) - computed();
        };
    }

    private double computed() {
        return switch (how) {
            case SUM -> parts.stream().mapToDouble(Part::value).sum();
            case PRODUCT -> parts.stream().mapToDouble(Part::value).reduce(1, (a, b) -> a * b);
            case SHARE -> 100 * parts.get(0).value() / parts.get(1).value();
        };
    }
}
