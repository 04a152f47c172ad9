package uk.homeward.server.planning;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.homeward.foresight.benefits.BenefitCase;
import uk.homeward.foresight.benefits.BenefitForecast;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.Pace;
import uk.homeward.foresight.benefits.Ramp;
import uk.homeward.foresight.benefits.Workstream;

/** What a planner may set otherwise about benefits: start, case, pace, years, and when each workstream begins and is there. */
public final class BenefitInputs {

    private final Map<String, String> given;
    private final List<String> faults = new ArrayList<>();
    private final BenefitPlan plan;
    private final YearMonth start;
    private final BenefitCase far;
    private final int years;
    private final boolean half;

    BenefitInputs(BenefitPlan shipped, Map<String, String> given) {
        this.given = given;
        this.far = benefitCase();
        this.half = "half".equals(given.get("pace"));
        this.years = (int) number("years", 5, 1, 20);
        this.start = start(shipped.start());
        List<Workstream> streams =
                shipped.workstreams().stream().map(this::stream).toList();
        this.plan = new BenefitPlan(
                shipped.title(),
                shipped.start(),
                shipped.confidence(),
                shipped.bodies(),
                streams,
                shipped.investments());
    }

    public List<String> faults() {
        return faults;
    }

    public String start() {
        return start.toString();
    }

    public String benefitCaseWord() {
        return far.name().toLowerCase(Locale.ROOT);
    }

    public boolean isHalf() {
        return half;
    }

    public int years() {
        return years;
    }

    BenefitPlan plan() {
        return plan;
    }

    YearMonth begins() {
        return start;
    }

    BenefitForecast forecast(BenefitCase benefitCase) {
        return plan.forecast(start, benefitCase, half ? Pace.HALF : Pace.AS_PLANNED, years);
    }

    BenefitCase benefitCaseChosen() {
        return far;
    }

    /** A workstream in the form. */
    public record Field(String id, String title, String begins, String reaches) {}

    public List<Field> fields() {
        return plan.workstreams().stream()
                .map(w -> new Field(
                        w.id(),
                        w.title(),
                        shown(w.ramp().begins()),
                        shown(w.ramp().reaches())))
                .toList();
    }

    private static String shown(double months) {
        return String.format(Locale.ROOT, "%.2f", months).replaceAll("\\.?0+$", "");
    }

    private BenefitCase benefitCase() {
        String word = given.getOrDefault("case", "midpoint");
        for (BenefitCase one : BenefitCase.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        faults.add("There is no case (" + word + "). Choose target, stretch or midpoint.");
        return BenefitCase.MIDPOINT;
    }

    private YearMonth start(YearMonth shipped) {
        String text = given.getOrDefault("start", "").strip();
        if (text.isEmpty()) {
            return shipped;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 2000 && month.getYear() < 2100) {
                return month;
            }
        } catch (DateTimeException e) {
            faults.add("The start is not a month (" + text + "). Write it as 2018-09.");
            return shipped;
        }
        faults.add("The start (" + text + ") must lie between 2000 and 2099.");
        return shipped;
    }

    private Workstream stream(Workstream w) {
        double begins = number("begins-" + w.id(), w.ramp().begins(), 0, 120);
        double reaches = number("reaches-" + w.id(), w.ramp().reaches(), 0, 240);
        if (reaches <= begins) {
            faults.add(w.title() + " reaches its target in month " + shown(reaches) + ", not after it begins in month "
                    + shown(begins) + ".");
            return w;
        }
        return new Workstream(w.id(), w.title(), w.body(), new Ramp(begins, reaches), w.cash(), w.outcomes());
    }

    private double number(String name, double otherwise, double least, double most) {
        String text = given.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            faults.add(name + " is not a number (" + text + "). Write digits, such as 14.");
            return otherwise;
        }
        faults.add(name + " (" + text + ") must lie between " + shown(least) + " and " + shown(most) + ".");
        return otherwise;
    }
}
