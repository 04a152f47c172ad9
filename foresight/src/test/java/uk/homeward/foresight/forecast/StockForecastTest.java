package uk.homeward.foresight.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StockForecastTest {

    /** A stock that keeps 0.8 of its distance from 300 each week, with normal noise of 10. */
    private static double[] stock(long seed, int weeks) {
        Random random = new Random(seed);
        double[] stock = new double[weeks];
        double level = 300;
        for (int i = 0; i < weeks; i++) {
            level = 300 + 0.8 * (level - 300) + 10 * random.nextGaussian();
            stock[i] = level;
        }
        return stock;
    }

    @Test
    void itsIntervalsHoldAndItBeatsTheLastValue() {
        int inside = 0;
        int all = 0;
        double crps = 0;
        double naive = 0;
        for (long seed = 1; seed <= 20; seed++) {
            double[] stock = stock(seed, 260);
            for (int end = 150; end + 4 < stock.length; end += 7) {
                double came = stock[end + 3];
                Score score = Score.of(StockForecast.of(Arrays.copyOf(stock, end), 4), came);
                inside += score.inside90() ? 1 : 0;
                crps += score.crps();
                naive += Math.abs(stock[end - 1] - came);
                all++;
            }
        }
        assertThat((double) inside / all).isBetween(0.82, 0.96);
        assertThat(crps).isLessThan(0.75 * naive);
    }

    @Test
    void tooShortAHistoryIsRefused() {
        assertThatThrownBy(() -> StockForecast.of(new double[41], 4)).hasMessageContaining("Maybe");
    }
}
