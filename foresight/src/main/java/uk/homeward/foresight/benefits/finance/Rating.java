package uk.homeward.foresight.benefits.finance;

import java.util.List;

/**
 * Planned savings by how sure they are: green are on the way, amber need work, red are at risk.
 *
 * @param name the year, or whatever the rows of the table are
 */
public record Rating(String name, double red, double amber, double green) {

    /** Reads columns {@code red}, {@code amber} and {@code green}. */
    public static List<Rating> of(FinanceTable table) {
        return table.parts().stream()
                .map(row -> new Rating(
                        row.name(),
                        row.cell("red").orElse(0),
                        row.cell("amber").orElse(0),
                        row.cell("green").orElse(0)))
                .toList();
    }

    public double all() {
        return red + amber + green;
    }

    /** The share of planned savings that is at risk, 0 to 1; 0 where nothing is planned. */
    public double atRisk() {
        return all() == 0 ? 0 : red / all();
    }
}
