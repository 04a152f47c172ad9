package uk.homeward.foresight.forecast;

import java.time.Duration;
import java.util.Map;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.pathway.Durations;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Shift;
import uk.homeward.journey.pathway.Step;

/** When people who are in a step may be done with it, given how long they have been. */
public final class Leaving {

    private Leaving() {}

    /**
     * The chance that the step is done within {@code soon}, for somebody who has been in it for {@code elapsed}.
     *
     * @param attributes values of the pathway's attributes
     */
    public static double chance(Step step, Map<String, String> attributes, Duration elapsed, Duration soon) {
        Lasting lasts = step.lasts();
        if (lasts == null) {
            return 0;
        }
        double factor = 1;
        for (Shift shift : step.lastsShifts()) {
            boolean holds = shift.when().entrySet().stream()
                    .allMatch(e -> e.getValue().contains(attributes.getOrDefault(e.getKey(), "")));
            factor *= holds ? shift.times() : 1;
        }
        Distribution d = Durations.of(lasts).times(factor);
        double been = Durations.hours(elapsed);
        double beyond = 1 - d.cdf(been);
        return beyond < 1e-9 ? 1 : (d.cdf(been + Durations.hours(soon)) - d.cdf(been)) / beyond;
    }
}
