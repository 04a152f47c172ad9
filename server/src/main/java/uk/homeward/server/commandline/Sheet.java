package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table that a command answers with. A value is a text, a number or a truth; null is an empty cell.
 *
 * @param id one word for JSON
 * @param title what is shown, with its unit
 */
record Sheet(String id, String title, List<String> headings, List<List<Object>> rows) {

    /** Stands for a cell without a value. */
    static final Object EMPTY = "";

    Sheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    static Sheet of(String id, String title, String... headings) {
        return new Sheet(id, title, List.of(headings), List.of());
    }

    /** The same sheet with one row more. */
    Sheet with(List<Object> row) {
        if (row.size() != headings.size()) {
            throw new IllegalArgumentException("the row has (" + row.size() + ") values for " + headings);
        }
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(List.copyOf(row));
        return new Sheet(id, title, headings, more);
    }

    Sheet with(Object... row) {
        return with(List.of(row));
    }
}
