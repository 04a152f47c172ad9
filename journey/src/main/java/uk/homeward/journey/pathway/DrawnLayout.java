package uk.homeward.journey.pathway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Finds a place for every block and line. Blocks stand in columns by how few moves lead to them from a way in; ways in are
 * the first column and exits the last; a decision to which several steps lead stands in the column of the first of them. Between columns run channels, in which every net has a track of its own; lines pass
 * a column only in lanes between its blocks, so that no line ever crosses a block.
 */
final class DrawnLayout {

    private static final double MARGIN = 16;
    private static final double BLOCK_GAP = 24;
    private static final double LANE_GAP = 9;
    private static final double TRACK = 8;
    private static final double CHANNEL_MARGIN = 15;
    private static final double TOP = 44;
    private static final int SWEEPS = 12;

    final List<DrawnBlock> blocks;
    final List<DrawnNet> nets = new ArrayList<>();
    final double width;
    final double height;
    private final int columns;
    private final List<List<Object>> items = new ArrayList<>();

    DrawnLayout(List<DrawnBlock> blocks) {
        this.blocks = blocks;
        this.columns = columns();
        connect();
        fill();
        order();
        separateEntries();
        this.width = tracksAndPlaces();
        this.height = bottom() + MARGIN;
    }

    private DrawnBlock blockOf(String node) {
        return blocks.stream().filter(b -> b.shows(node)).findFirst().orElseThrow();
    }

    private int columns() {
        blocks.forEach(b -> b.column = b.kind == DrawnBlock.Kind.ROUTE ? 0 : -1);
        Queue<DrawnBlock> next =
                new ArrayDeque<>(blocks.stream().filter(b -> b.column == 0).toList());
        int last = 0;
        while (!next.isEmpty()) {
            DrawnBlock block = next.remove();
            last = block.kind == DrawnBlock.Kind.EXIT ? last : Math.max(last, block.column);
            for (DrawnBlock.Port port : block.ports) {
                DrawnBlock to = blockOf(port.target());
                if (to.column < 0 && to.kind != DrawnBlock.Kind.EXIT) {
                    to.column = to.kind == DrawnBlock.Kind.DECISION ? block.column : block.column + 1;
                    next.add(to);
                }
            }
        }
        int exits = last + 1;
        blocks.stream().filter(b -> b.column < 0).forEach(b -> b.column = exits);
        return exits + 1;
    }

    private void connect() {
        Map<String, DrawnNet> byTarget = new LinkedHashMap<>();
        for (DrawnBlock block : blocks) {
            for (DrawnBlock.Port port : block.ports) {
                DrawnBlock target = blockOf(port.target());
                boolean forward = block.column < target.column;
                byTarget.computeIfAbsent(target.name + forward, n -> new DrawnNet(target, forward))
                        .sources
                        .add(new DrawnNet.Source(block, port));
            }
        }
        nets.addAll(byTarget.values());
        nets.forEach(DrawnNet::passColumns);
    }

    private void fill() {
        for (int c = 0; c < columns; c++) {
            int column = c;
            List<Object> list = new ArrayList<>(
                    blocks.stream().filter(b -> b.column == column).toList());
            nets.forEach(n -> {
                if (n.lanes.get(column) instanceof DrawnLane lane) {
                    list.add(lane);
                }
            });
            items.add(list);
        }
    }

    /** Puts each column in an order that keeps lines short: by the middle of what each item is tied to, then by swaps. */
    private void order() {
        items.forEach(this::stack);
        for (int sweep = 0; sweep < 8; sweep++) {
            for (List<Object> column : items) {
                Map<Object, Double> middles = new HashMap<>();
                column.forEach(item -> middles.put(item, middle(item)));
                column.sort(java.util.Comparator.comparing(middles::get));
                stack(column);
            }
        }
        for (int sweep = 0; sweep < SWEEPS && swapOnce(); sweep++) {
            // each sweep shortens the lines
        }
    }

    private boolean swapOnce() {
        boolean better = false;
        double cost = cost();
        for (List<Object> column : items) {
            for (int distance = 1; distance <= 3; distance++) {
                for (int i = 0; i + distance < column.size(); i++) {
                    Collections.swap(column, i, i + distance);
                    stack(column);
                    double now = cost();
                    if (now < cost - 0.01) {
                        cost = now;
                        better = true;
                    } else {
                        Collections.swap(column, i, i + distance);
                        stack(column);
                    }
                }
            }
        }
        return better;
    }

    /** The length of all upright lines. */
    private double cost() {
        double sum = 0;
        for (DrawnNet net : nets) {
            sum += net.uprights();
        }
        return sum;
    }

    private double middle(Object item) {
        List<Double> ys = new ArrayList<>();
        for (DrawnNet net : nets) {
            if (item instanceof DrawnLane lane && lane.net == net) {
                net.sources.forEach(s -> ys.add(s.y()));
                ys.add(net.target.entry());
            } else if (net.target == item) {
                net.sources.forEach(s -> ys.add(s.y()));
            } else if (net.sources.stream().anyMatch(s -> s.block() == item)) {
                ys.add(net.target.entry());
            }
        }
        return ys.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Stacks a column's items from the top in their order, with what height is left shared out between them. */
    private void stack(List<Object> column) {
        double tallest = items.stream().mapToDouble(DrawnLayout::tall).max().orElse(0);
        double spare = Math.max(0, tallest - tall(column));
        double more = Math.min(70, spare / (column.size() + 1));
        double y = TOP + Math.max(0, (spare - more * (column.size() - 1)) / 2);
        for (Object item : column) {
            if (item instanceof DrawnBlock block) {
                block.y = y;
            } else {
                ((DrawnLane) item).y = y + heightOf(item) / 2;
            }
            y += heightOf(item) + more;
        }
    }

    private static double tall(List<Object> column) {
        return column.stream().mapToDouble(DrawnLayout::heightOf).sum();
    }

    private static double heightOf(Object item) {
        return item instanceof DrawnBlock block ? block.height + BLOCK_GAP : LANE_GAP;
    }

    /** Moves a lane a little where a line into it would lie on another net's line in the same channel. */
    private void separateEntries() {
        for (DrawnNet net : nets) {
            for (DrawnLane lane : net.lanes.values()) {
                double start = lane.y;
                for (double move : new double[] {0, 3, -3, 4, -4, 5, -5}) {
                    lane.y = start + move;
                    if (!touches(lane)) {
                        break;
                    }
                    lane.y = start;
                }
            }
        }
    }

    private boolean touches(DrawnLane lane) {
        for (DrawnNet other : nets) {
            for (int channel : new int[] {lane.column - 1, lane.column}) {
                if (other != lane.net
                        && other.reachesIn(channel).stream().anyMatch(r -> Math.abs(r.y() - lane.y) < 3.5)) {
                    return true;
                }
            }
        }
        return false;
    }

    private double tracksAndPlaces() {
        double x = MARGIN;
        for (int c = 0; c < columns; c++) {
            int column = c;
            double wide = 0;
            for (DrawnBlock block : blocks) {
                if (block.column == column) {
                    block.x = x;
                    wide = Math.max(wide, block.width);
                }
            }
            x += wide;
            List<DrawnNet> here =
                    DrawnTracks.order(nets.stream().filter(n -> n.uses(column)).toList(), column);
            double track = x + CHANNEL_MARGIN;
            for (DrawnNet net : here) {
                net.tracks.put(column, track);
                track += TRACK;
            }
            x = here.isEmpty() ? x + MARGIN : track - TRACK + CHANNEL_MARGIN;
        }
        return x;
    }

    /** The left edge of a column. */
    double left(int column) {
        return blocks.stream()
                .filter(b -> b.column == column)
                .mapToDouble(b -> b.x)
                .min()
                .orElse(0);
    }

    /** The right edge of a column. */
    double right(int column) {
        return blocks.stream()
                .filter(b -> b.column == column)
                .mapToDouble(b -> b.x + b.width)
                .max()
                .orElse(0);
    }

    private double bottom() {
        return Math.max(
                blocks.stream().mapToDouble(b -> b.y + b.height).max().orElse(0),
                nets.stream()
                        .flatMap(n -> n.lanes.values().stream())
                        .mapToDouble(l -> l.y)
                        .max()
                        .orElse(0));
    }
}
