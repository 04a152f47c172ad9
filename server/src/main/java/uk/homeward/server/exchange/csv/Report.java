package uk.homeward.server.exchange.csv;

import java.util.List;

/**
 * What became of a table.
 *
 * @param kind what it held
 * @param dryRun true if nothing was written
 * @param faults what is wrong with the table as a whole; then no row was read
 * @param receipts one for each row, in the order of the table
 */
public record Report(String kind, boolean dryRun, List<RowFault> faults, List<Receipt> receipts) {

    public Report {
        faults = List.copyOf(faults);
        receipts = List.copyOf(receipts);
    }

    /** What became of a row. */
    public enum State {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One thing that is wrong with a row.
     *
     * @param column where; blank if it is the whole row
     * @param maybe how to mend it
     */
    public record RowFault(String column, String value, String what, String maybe) {}

    /**
     * What became of one row.
     *
     * @param row the line on which it begins, counted from 1; the header is on line 1
     * @param id what it is about here; blank if it was refused
     */
    public record Receipt(int row, State state, String id, List<RowFault> faults) {
        public Receipt {
            faults = List.copyOf(faults);
        }
    }

    /** True if every row was taken. */
    public boolean isWhole() {
        return faults.isEmpty() && count(State.REFUSED) == 0;
    }

    /** The refused lines as they came, below their header, to be mended and sent again: nothing of a table is lost. */
    public String refusedLines(String text) {
        List<String> lines = text.lines().toList();
        List<String> refused = new java.util.ArrayList<>();
        if (!kind.equals("resources") && !lines.isEmpty()) {
            refused.add(lines.getFirst());
        }
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i).state() == State.REFUSED) {
                int from = receipts.get(i).row() - 1;
                int to = i + 1 < receipts.size() ? receipts.get(i + 1).row() - 1 : lines.size();
                refused.addAll(lines.subList(Math.min(from, lines.size()), Math.min(Math.max(from, to), lines.size())));
            }
        }
        return String.join("\n", refused);
    }

    public long count(State state) {
        return receipts.stream().filter(r -> r.state() == state).count();
    }
}
