package uk.homeward.foresight.benefits.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an investment returns, year by year, without discounting. */
public record ReturnOnInvestment(List<Year> years) {

    /** One year: savings, costs, and the balance of all years up to it. */
    public record Year(String name, double savings, double costs, double balance) {

        public double net() {
            return savings - costs;
        }
    }

    public ReturnOnInvestment {
        years = List.copyOf(years);
    }

    /** Reads savings and costs from two columns of a table whose rows are years. */
    public static ReturnOnInvestment of(FinanceTable table, String savings, String costs) {
        List<Year> years = new ArrayList<>();
        double balance = 0;
        for (FinanceTable.Row row : table.parts()) {
            double gained = row.cell(savings).orElse(0);
            double spent = row.cell(costs).orElse(0);
            balance += gained - spent;
            years.add(new Year(row.name(), gained, spent, balance));
        }
        return new ReturnOnInvestment(years);
    }

    public double savings() {
        return years.stream().mapToDouble(Year::savings).sum();
    }

    public double costs() {
        return years.stream().mapToDouble(Year::costs).sum();
    }

    /** Net savings over costs, such as 0.31 for 31 pence on each pound. */
    public double ratio() {
        return (savings() - costs()) / costs();
    }

    /** The first year by whose end savings have repaid the costs so far. */
    public Optional<Year> repaidIn() {
        return years.stream()
                .filter(year -> year.costs() > 0 || year.savings() > 0)
                .filter(year -> year.balance() >= 0)
                .findFirst();
    }
}
