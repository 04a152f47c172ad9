package uk.homeward.server.exchange.hl7;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.mllp.Frame;
import uk.homeward.server.exchange.mllp.MllpAnswering;

/** Answers every frame with exactly one acknowledgement, and counts what each sender sends. */
public final class Hl7Door implements MllpAnswering {

    private static final System.Logger LOG = System.getLogger(Hl7Door.class.getName());
    /** Senders are named by whoever connects; beyond this many they are counted together. */
    private static final int MOST_SENDERS = 1_000;

    private static final String OTHERS = "(others)";

    private final Inbox inbox;
    private final MessageReader reader;
    private final InstantSource clock;
    private final AtomicLong answers = new AtomicLong();
    private final ConcurrentMap<String, SenderCounts> counts = new ConcurrentHashMap<>();

    /**
     * @param inbox keeps and applies the messages
     * @param reader reads the header of a message that could not be kept, so that it can be answered
     * @param clock the time
     */
    public Hl7Door(Inbox inbox, MessageReader reader, InstantSource clock) {
        this.inbox = inbox;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public byte[] answer(Frame frame, String peer) {
        Received received = new Received(frame.content(), frame.length(), peer, clock.instant());
        try {
            Receipt receipt = inbox.receive(received);
            count(receipt);
            return Acknowledgement.of(receipt, clock.instant(), nextId());
        } catch (RuntimeException e) {
            Envelope envelope = reader.read(received).envelope();
            LOG.log(System.Logger.Level.ERROR, "A message from " + peer + " could not be kept", e);
            return Acknowledgement.notKept(envelope, clock.instant(), nextId());
        }
    }

    /** The counts of all senders since the start, the latest sender first. */
    public List<SenderCounts> counts() {
        return counts.values().stream()
                .sorted(Comparator.comparing(SenderCounts::lastAt).reversed())
                .toList();
    }

    private void count(Receipt receipt) {
        String key = receipt.envelope().sender().key();
        String sender = counts.containsKey(key) || counts.size() < MOST_SENDERS ? key : OTHERS;
        counts.compute(sender, (name, before) -> {
            SenderCounts soFar = before == null ? SenderCounts.none(name, clock.instant()) : before;
            return soFar.with(receipt, clock.instant());
        });
    }

    private String nextId() {
        return "H" + Long.toString(clock.millis(), 36).toUpperCase(java.util.Locale.ROOT) + "-"
                + answers.incrementAndGet();
    }
}
