package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * All ways that lead to one block from one side, drawn as one line with branches. Ways from columns to the left come in at
 * the left of the block; ways from its own column or from further right come in at its right.
 */
final class DrawnNet {

    /** Where a way starts. */
    record Source(DrawnBlock block, DrawnBlock.Port port) {
        double y() {
            return block.exitOf(port);
        }
    }

    /** A level stretch in a channel: from its left edge, or to its right edge, at a height. */
    record Reach(double y, boolean left) {}

    final DrawnBlock target;
    final boolean forward;
    final List<Source> sources = new ArrayList<>();
    final Map<Integer, DrawnLane> lanes = new TreeMap<>();
    final Map<Integer, Double> tracks = new TreeMap<>();
    private final Map<Integer, List<DoubleSupplier>> heights = new TreeMap<>();

    DrawnNet(DrawnBlock target, boolean forward) {
        this.target = target;
        this.forward = forward;
    }

    /** Adds the lanes with which this net passes the columns between its sources and its target. */
    void passColumns() {
        int farthest = sources.stream()
                .mapToInt(s -> s.block().column)
                .reduce(forward ? Math::min : Math::max)
                .orElse(target.column);
        int from = forward ? farthest + 1 : target.column + 1;
        int to = forward ? target.column - 1 : farthest;
        for (int column = from; column <= to; column++) {
            lanes.put(column, new DrawnLane(this, column));
        }
        rememberHeights();
    }

    /** True if this net has a track in the channel to the right of a column. */
    boolean uses(int channel) {
        return heights.containsKey(channel);
    }

    /** The height at which the net leaves a channel towards its target. */
    double out(int channel) {
        if (forward) {
            DrawnLane next = lanes.get(channel + 1);
            return next == null ? target.entry() : next.y;
        }
        DrawnLane next = lanes.get(channel);
        return next == null ? target.entryFromRight() : next.y;
    }

    /** The stretches with which the net comes into a channel. */
    List<Reach> inReaches(int channel) {
        List<Reach> in = new ArrayList<>();
        for (Source source : sources) {
            if (source.block().column == channel) {
                in.add(new Reach(source.y(), true));
            }
        }
        DrawnLane before = lanes.get(forward ? channel : channel + 1);
        if (before != null) {
            in.add(new Reach(before.y, forward));
        }
        return in;
    }

    /** All stretches in a channel; empty where the net does not use it. */
    List<Reach> reachesIn(int channel) {
        List<Reach> all = inReaches(channel);
        if (!all.isEmpty()) {
            all.add(new Reach(out(channel), !forward));
        }
        return all;
    }

    double top(int channel) {
        return heights(channel).min().orElse(0);
    }

    double bottom(int channel) {
        return heights(channel).max().orElse(0);
    }

    /** The length of the net's upright lines. */
    double uprights() {
        double sum = 0;
        for (List<DoubleSupplier> ends : heights.values()) {
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (DoubleSupplier end : ends) {
                double y = end.getAsDouble();
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
            sum += bottom - top;
        }
        return sum;
    }

    private void rememberHeights() {
        for (Source source : sources) {
            at(source.block().column).add(source::y);
        }
        lanes.forEach((column, lane) -> {
            at(column - 1).add(() -> lane.y);
            at(column).add(() -> lane.y);
        });
        at(forward ? target.column - 1 : target.column).add(forward ? target::entry : target::entryFromRight);
    }

    private List<DoubleSupplier> at(int channel) {
        return heights.computeIfAbsent(channel, c -> new ArrayList<>());
    }

    private DoubleStream heights(int channel) {
        return heights.getOrDefault(channel, List.of()).stream().mapToDouble(DoubleSupplier::getAsDouble);
    }
}
