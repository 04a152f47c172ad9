package uk.homeward.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.server.exchange.hl7.Understanding.Refused;
import uk.homeward.server.exchange.hl7.Understanding.Understood;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;

/** An inbox that keeps everything in memory, with the promises of the real one except that a restart empties it. */
final class MemoryInbox implements Inbox {

    private final MessageReader reader;
    private final Map<String, Understanding> kept = new LinkedHashMap<>();

    MemoryInbox(MessageReader reader) {
        this.reader = reader;
    }

    @Override
    public synchronized Receipt receive(Received received) {
        Understanding read = reader.read(received);
        String content = new String(received.content(), StandardCharsets.ISO_8859_1);
        String key = read.envelope().sender().key() + "|" + read.envelope().controlId() + "|" + content;
        boolean repeated = kept.putIfAbsent(key, read) != null;
        return switch (read) {
            case Understanding.Usable understood -> new Receipt(understood.envelope(), null, repeated);
            case Refused refused -> new Receipt(refused.envelope(), refused.refusal(), repeated);
        };
    }

    synchronized List<AdtMessage> applied() {
        return kept.values().stream()
                .filter(Understood.class::isInstance)
                .map(read -> ((Understood) read).message())
                .toList();
    }
}
