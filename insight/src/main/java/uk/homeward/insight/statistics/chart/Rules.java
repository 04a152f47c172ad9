package uk.homeward.insight.statistics.chart;

/**
 * The rules that tell special causes from chance, over the points of one period in order of time. NaN and side 0 break
 * runs and trends.
 */
final class Rules {

    static final int RUN = 7;

    private Rules() {}

    /** True at each point that completes seven strictly on one side of the mean (sides are 1, 0, -1). */
    static boolean[] completesRun(int[] sides) {
        boolean[] completes = new boolean[sides.length];
        int length = 0;
        for (int i = 0; i < sides.length; i++) {
            boolean goesOn = i > 0 && sides[i] == sides[i - 1];
            length = sides[i] == 0 ? 0 : goesOn ? length + 1 : 1;
            completes[i] = length >= RUN;
        }
        return completes;
    }

    /** 1 or -1 at each point that completes seven strictly rising or falling points, else 0. */
    static int[] completesTrend(double[] values) {
        int[] completes = new int[values.length];
        int length = 1;
        int before = 0;
        for (int i = 1; i < values.length; i++) {
            int step = values[i] > values[i - 1] ? 1 : values[i] < values[i - 1] ? -1 : 0;
            length = step == 0 ? 1 : step == before ? length + 1 : 2;
            before = step;
            completes[i] = length >= RUN ? step : 0;
        }
        return completes;
    }

    /** Carries each completion back over its seven points; where two meet, the later one counts. */
    static int[] reachBack(int[] completes) {
        int[] part = new int[completes.length];
        for (int i = 0; i < completes.length; i++) {
            for (int j = Math.max(0, i - RUN + 1); completes[i] != 0 && j <= i; j++) {
                part[j] = completes[i];
            }
        }
        return part;
    }

    /** True at each point that lies in some three in a row, all on one side of the mean, of which two are close. */
    static boolean[] inTwoOfThree(boolean[] close, int[] sides) {
        boolean[] in = new boolean[close.length];
        for (int i = 0; i + 2 < close.length; i++) {
            int count = (close[i] ? 1 : 0) + (close[i + 1] ? 1 : 0) + (close[i + 2] ? 1 : 0);
            boolean together = sides[i] != 0 && sides[i] == sides[i + 1] && sides[i] == sides[i + 2];
            if (count >= 2 && together) {
                in[i] = true;
                in[i + 1] = true;
                in[i + 2] = true;
            }
        }
        return in;
    }

    /** Of the points in such a three, only those that are themselves close to the limit are marked. */
    static boolean[] closeOnes(boolean[] inTwoOfThree, boolean[] close) {
        boolean[] marked = new boolean[close.length];
        for (int i = 0; i < close.length; i++) {
            marked[i] = inTwoOfThree[i] && close[i];
        }
        return marked;
    }
}
