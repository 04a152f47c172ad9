package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Orders the tracks of a channel so that few lines cross. */
final class DrawnTracks {

    private DrawnTracks() {}

    /** The nets of a channel from left to right. */
    static List<DrawnNet> order(List<DrawnNet> nets, int channel) {
        List<DrawnNet> order = new ArrayList<>(nets);
        boolean better = true;
        for (int round = 0; better && round < 40; round++) {
            better = false;
            for (int i = 0; i < order.size(); i++) {
                for (int j = i + 1; j < order.size(); j++) {
                    int before = crossings(order, channel);
                    Collections.swap(order, i, j);
                    if (crossings(order, channel) < before) {
                        better = true;
                    } else {
                        Collections.swap(order, i, j);
                    }
                }
            }
        }
        return order;
    }

    static int crossings(List<DrawnNet> order, int channel) {
        int sum = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                sum += crossings(order.get(i), order.get(j), channel);
            }
        }
        return sum;
    }

    /** Crossings of two nets if one stands left of the other; lines on one height in both count double. */
    private static int crossings(DrawnNet left, DrawnNet right, int channel) {
        int sum = 0;
        for (DrawnNet.Reach reach : right.reachesIn(channel)) {
            sum += reach.left() ? hits(left, reach.y(), channel) : 0;
        }
        for (DrawnNet.Reach reach : left.reachesIn(channel)) {
            sum += reach.left() ? 0 : hits(right, reach.y(), channel);
        }
        for (DrawnNet.Reach a : left.reachesIn(channel)) {
            for (DrawnNet.Reach b : right.reachesIn(channel)) {
                sum += !a.left() && b.left() && Math.abs(a.y() - b.y()) < 3.5 ? 8 : 0;
            }
        }
        return sum;
    }

    private static int hits(DrawnNet net, double y, int channel) {
        return y > net.top(channel) - 2 && y < net.bottom(channel) + 2 ? 1 : 0;
    }
}
