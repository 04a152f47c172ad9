package uk.homeward.insight.events;

/**
 * One column of a published table.
 *
 * @param words what it holds, for analysts
 */
public record Column(String name, Type type, String words) {

    /** The kinds of column; each is one of Parquet's own. */
    public enum Type {
        BIGINT,
        INTEGER,
        DOUBLE,
        BOOLEAN,
        VARCHAR,
        TIMESTAMP,
        DATE
    }

    /** Reads {@code name TYPE words}. */
    static Column of(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        return new Column(parts[0], Type.valueOf(parts[1]), parts[2]);
    }
}
