package uk.homeward.server.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows on their way into a table by COPY, in PostgreSQL's text form; sent in pieces, so that memory stays small. */
final class CopyRows implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(PIECE + 4096);
    private boolean first = true;
    private boolean done;

    /** Begins: {@code into} is the table and its columns, such as {@code person (place, id)}. */
    CopyRows(CopyManager manager, String into) throws SQLException {
        this.copy = manager.copyIn("copy " + into + " from stdin");
    }

    CopyRows add(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    CopyRows add(@Nullable Instant value) {
        separate();
        text.append(value == null ? "\\N" : value.toString());
        return this;
    }

    CopyRows add(boolean value) {
        separate();
        text.append(value ? 't' : 'f');
        return this;
    }

    /** Ends a row. */
    void end() {
        text.append('\n');
        first = true;
        if (text.length() >= PIECE) {
            send();
        }
    }

    private void separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void send() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Sends the rest; the rows stand when the transaction commits. */
    void finish() throws SQLException {
        send();
        copy.endCopy();
        done = true;
    }

    /** Gives up what was not finished. */
    @Override
    public void close() throws SQLException {
        if (!done && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
