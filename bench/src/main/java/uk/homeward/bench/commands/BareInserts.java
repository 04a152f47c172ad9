package uk.homeward.bench.commands;

import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.bench.EmptyPlace;

/** The least that a durable change can cost: one row, inserted and committed by itself. */
final class BareInserts {

    private static final String PAYLOAD = """
        {"mode":"FACE_TO_FACE","profession":"nurse","note":"Seen in the kitchen, walks with her frame, tea made"}\
        """;

    private final JdbcTemplate jdbc;

    BareInserts(EmptyPlace server) {
        this.jdbc = server.part(JdbcTemplate.class);
        server.table(
                "bench_floor",
                "number bigint generated always as identity primary key, subject text not null, recorded_at"
                        + " timestamptz not null default now(), payload text not null");
    }

    long[] insert(int rows) {
        long[] nanos = new long[rows];
        for (int i = 0; i < rows; i++) {
            long from = System.nanoTime();
            jdbc.update("insert into bench_floor (subject, payload) values (?, ?)", "bench-journey-" + i, PAYLOAD);
            nanos[i] = System.nanoTime() - from;
        }
        return nanos;
    }
}
