package uk.homeward.insight.statistics;

/** The shape of age bands in a life table: 0, then (if it is there) 1 to 4, then equal steps up to an open last band. */
final class AgeBands {

    private AgeBands() {}

    static void check(int[] startAges) {
        if (startAges.length < 3) {
            throw new UnfitData(
                    "There are (" + startAges.length + ") age bands.",
                    "a life table needs 0, 1, 5, 10, ... and an open last.");
        }
        if (startAges[0] != 0) {
            throw new UnfitData("The first age band starts at (" + startAges[0] + ").", "the band from 0 is missing.");
        }
        int first = startAges[1] == 1 ? 2 : 1;
        int step = startAges[1] == 1 ? 5 : startAges[1];
        for (int i = first; i < startAges.length; i++) {
            int due = startAges[1] == 1 ? step * (i - 1) : step * i;
            if (startAges[i] != due) {
                throw new UnfitData(
                        "Age band " + (i + 1) + " starts at (" + startAges[i] + ") where " + due + " is due.",
                        "the band from " + due + " is missing, doubled or out of order.");
            }
        }
    }

    static void checkCount(int[] startAges, double[] population) {
        if (startAges.length != population.length) {
            throw new UnfitData(
                    "There are (" + startAges.length + ") start ages and (" + population.length + ") populations.",
                    "give one value for each band, in the same order.");
        }
    }
}
