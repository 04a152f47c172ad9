package uk.homeward.foresight.chance;

/**
 * Tables of the ziggurats: 256 layers of equal area under exp(-x) and exp(-x*x/2). Layer 0 is the base with the tail;
 * layer i lies between x[i+1] and x[i].
 */
final class Ziggurat {

    /** Where the tail of the exponential ziggurat starts. */
    static final double EXPONENTIAL_TAIL = 7.69711747013104972;

    /** Where the tail of the normal ziggurat starts. */
    static final double NORMAL_TAIL = 3.6541528853610088;

    private static final double EXPONENTIAL_AREA = 0.0039496598225815571993;
    private static final double NORMAL_AREA = 0.00492867323399;
    private static final int LAYERS = 256;
    private static final double SCALE = 0x1p53;

    private static final double[] EXPONENTIAL_EDGE = new double[LAYERS + 1];
    private static final double[] NORMAL_EDGE = new double[LAYERS + 1];

    static final double[] EXPONENTIAL_WIDTH = new double[LAYERS];
    static final long[] EXPONENTIAL_INSIDE = new long[LAYERS];
    static final double[] NORMAL_WIDTH = new double[LAYERS];
    static final long[] NORMAL_INSIDE = new long[LAYERS];

    static {
        fill(EXPONENTIAL_EDGE, EXPONENTIAL_WIDTH, EXPONENTIAL_INSIDE, EXPONENTIAL_TAIL, EXPONENTIAL_AREA, true);
        fill(NORMAL_EDGE, NORMAL_WIDTH, NORMAL_INSIDE, NORMAL_TAIL, NORMAL_AREA, false);
    }

    private Ziggurat() {}

    private static void fill(
            double[] edge, double[] width, long[] inside, double tail, double area, boolean exponential) {
        edge[0] = area / density(tail, exponential); // the base is as wide as its area asks for
        edge[1] = tail;
        for (int i = 2; i < LAYERS; i++) {
            double y = density(edge[i - 1], exponential) + area / edge[i - 1];
            edge[i] = exponential ? -Math.log(y) : Math.sqrt(-2 * Math.log(y));
        }
        edge[LAYERS] = 0;
        for (int i = 0; i < LAYERS; i++) {
            width[i] = edge[i] / SCALE;
            inside[i] = (long) (edge[i + 1] / edge[i] * SCALE);
        }
    }

    private static double density(double x, boolean exponential) {
        return exponential ? Math.exp(-x) : Math.exp(-0.5 * x * x);
    }

    /** True if a uniform height in this layer lies under the exponential density at {@code x}. */
    static boolean underExponential(int layer, double x, double height) {
        return under(EXPONENTIAL_EDGE, layer, x, height, true);
    }

    /** True if a uniform height in this layer lies under the normal density at {@code x}. */
    static boolean underNormal(int layer, double x, double height) {
        return under(NORMAL_EDGE, layer, x, height, false);
    }

    private static boolean under(double[] edge, int layer, double x, double height, boolean exponential) {
        double low = density(edge[layer], exponential);
        double high = density(edge[layer + 1], exponential);
        return low + height * (high - low) < density(x, exponential);
    }
}
