package uk.homeward.foresight.engine;

import java.util.List;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Decision;
import uk.homeward.foresight.network.Effect;
import uk.homeward.foresight.network.Option;

/** A decision, compiled: for each kind of person the running sums of its options' shares. */
final class Choice {

    private static final double DAY = 86_400_000;

    final int[] to;
    private final long purpose;
    private final Factors cells;
    private final double[][] odds;
    private final double[][] perDay;
    private final double[][] running;
    private final boolean delayMatters;

    Choice(Decision decision, int[] to, TraitPacking packing) {
        List<Effect> all =
                decision.options().stream().flatMap(o -> o.effects().stream()).toList();
        this.to = to;
        this.purpose = Purpose.of("decide", decision.name());
        this.cells = Factors.over(all, packing);
        this.delayMatters = all.stream().anyMatch(e -> e.perDayOfDelay() != 1);
        this.odds = new double[cells.size()][to.length];
        this.perDay = new double[cells.size()][to.length];
        this.running = new double[cells.size()][];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int i = 0; i < to.length; i++) {
                Option option = decision.options().get(i);
                List<Effect> applying = cells.applying(option.effects(), cell);
                odds[cell][i] = option.share() * Factors.times(applying);
                perDay[cell][i] = Factors.perDay(applying);
            }
            running[cell] = running(odds[cell], decision.name());
        }
    }

    private static double[] running(double[] odds, String name) {
        double[] running = new double[odds.length];
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            sum += odds[i];
            running[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("decision (" + name + ") leaves some people no option (odds " + sum
                    + "). Maybe: do not multiply every share by 0");
        }
        for (int i = 0; i < odds.length; i++) {
            running[i] /= sum;
        }
        return running;
    }

    /** The position of the option that this person takes. */
    int pick(long key, int round, long traits, long delay, Chance chance) {
        chance.at(key, purpose + Purpose.round(round));
        double u = chance.uniform();
        int cell = cells.of(traits);
        double[] r = delayMatters && delay > 0 ? delayed(cell, delay / DAY) : running[cell];
        int i = 0;
        while (i < r.length - 1 && u >= r[i]) {
            i++;
        }
        return i;
    }

    private double[] delayed(int cell, double days) {
        double[] weights = new double[to.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = odds[cell][i] * Math.exp(perDay[cell][i] * days);
        }
        return running(weights, "after delay");
    }
}
