package uk.homeward.foresight.benefits.finance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.PrintedFigure;
import uk.homeward.foresight.benefits.PrintedFigure.Kind;
import uk.homeward.foresight.benefits.finance.FinanceCheck.Part;

/** Checks that in printed tables of benefits the bodies add up to the system. */
public final class PrintedSums {

    private PrintedSums() {}

    /** One check for each figure of the system that has figures of bodies beside it. */
    public static List<FinanceCheck> of(List<PrintedFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.body().equals(BenefitPlan.SYSTEM.id()) && figure.kind() != Kind.SHARE)
                .flatMap(system -> check(system, figures))
                .toList();
    }

    private static Stream<FinanceCheck> check(PrintedFigure system, List<PrintedFigure> figures) {
        List<Part> parts = figures.stream()
                .filter(one -> !one.body().equals(system.body()) && besides(one, system))
                .map(one -> new Part(one.body(), one.low()))
                .toList();
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        double sum = parts.stream().mapToDouble(Part::value).sum();
        String table = "Early intervention, " + word(system.kind());
        String what = word(system.far()) + " " + system.when() + ": bodies and system";
        return Stream.of(new FinanceCheck(
                table, what, parts, sum, system.low(), "GBP m", system.decimals(), 0, "", system.source()));
    }

    private static boolean besides(PrintedFigure one, PrintedFigure other) {
        return one.kind() == other.kind()
                && one.far() == other.far()
                && one.halfPace() == other.halfPace()
                && one.year().equals(other.year())
                && one.andOn() == other.andOn();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
