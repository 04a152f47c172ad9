package uk.homeward.bench.hl7;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.server.exchange.mllp.Frame;
import uk.homeward.server.exchange.mllp.MllpAnswering;

/** The least that a listener can do: one insert and commit of the message as it came, then the answer. */
final class Floor implements MllpAnswering {

    private static final byte[] ANSWER =
            "MSH|^~\\&|FLOOR||PAS|RRK|20261123||ACK|1|P|2.4\rMSA|AA|1\r".getBytes(StandardCharsets.UTF_8);

    private final JdbcTemplate jdbc;

    Floor(EmptyPlace server) {
        this.jdbc = server.part(JdbcTemplate.class);
        server.table(
                "bench_floor",
                "number bigint generated always as identity primary key,"
                        + " received_at timestamptz not null default now(), content bytea not null");
    }

    @Override
    public byte[] answer(Frame frame, String peer) {
        jdbc.update("insert into bench_floor (content) values (?)", (Object) frame.content());
        return ANSWER;
    }
}
