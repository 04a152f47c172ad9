package uk.homeward.foresight.benefits.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A stated figure beside what its parts give.
 *
 * @param table where it stands
 * @param what what is compared
 * @param parts the parts, signed, as they enter the sum; for shares and products the numbers that enter
 * @param decimals the decimals in which the figure is stated; below 0 for tens, hundreds and so on
 * @param slack how far the computed figure may move because its inputs are themselves rounded; 0 where they are not
 * @param note why they may differ, or empty
 */
public record FinanceCheck(
        String table,
        String what,
        List<Part> parts,
        double computed,
        double stated,
        String unit,
        int decimals,
        double slack,
        String note,
        String source) {

    /** One named number that enters a check. */
    public record Part(String name, double value) {}

    public FinanceCheck {
        parts = List.copyOf(parts);
    }

    /** True where the computed figure, rounded as stated, is the stated one, or is within the slack of its inputs. */
    public boolean agrees() {
        return rounded(computed).compareTo(rounded(stated)) == 0 || Math.abs(stated - computed) < slack;
    }

    /** What is stated less what is computed. */
    public double difference() {
        return BigDecimal.valueOf(stated)
                .subtract(BigDecimal.valueOf(computed))
                .setScale(4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Rounded half up, first to nine decimals, so that 0.1 + 0.2 is 0.3. */
    private BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
