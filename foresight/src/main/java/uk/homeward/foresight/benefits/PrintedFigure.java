package uk.homeward.foresight.benefits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One figure of a printed table, to hold the model against.
 *
 * @param body a body's id, or {@code system}
 * @param year the financial year; for {@link Kind#FULL_YEAR} it is not used
 * @param andOn true where the figure is printed for this year and every later one
 * @param low the printed figure, or the lower end of a printed range, in the printed unit (GBP million or per cent)
 * @param decimals how many decimals are printed
 */
public record PrintedFigure(
        Kind kind,
        String body,
        BenefitCase far,
        boolean halfPace,
        FinancialYear year,
        boolean andOn,
        double low,
        double high,
        int decimals,
        String source) {

    /** What a printed figure counts. */
    public enum Kind {
        CASH,
        PROGRAMME,
        SHARE,
        FULL_YEAR,
        LOSS_AT_HALF_PACE,
        LOSS_AT_HALF_PACE_SO_FAR
    }

    double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The column heading of the figure, such as {@code 2022/23+}. */
    public String when() {
        return switch (kind) {
            case FULL_YEAR -> "full year";
            case LOSS_AT_HALF_PACE_SO_FAR -> "to " + year;
            case CASH, PROGRAMME, SHARE, LOSS_AT_HALF_PACE -> year + (andOn ? "+" : "");
        };
    }
}
