package uk.homeward.server.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.Receipt;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.Understanding;
import uk.homeward.server.time.PlaceTime;

/** The queue of messages that could not be applied: a person replays, mends or sets each aside. Nothing is dropped. */
@Component
public class Mending {

    private final MessageStore store;
    private final StoredInbox inbox;
    private final MessageReader reader;
    private final PlaceTime time;

    Mending(MessageStore store, StoredInbox inbox, MessageReader reader, PlaceTime time) {
        this.store = store;
        this.inbox = inbox;
        this.reader = reader;
        this.time = time;
    }

    /** The messages that wait, the oldest first. */
    public List<KeptMessage> listWaiting(int most) {
        return store.listWaiting(most);
    }

    public long countWaiting() {
        return store.countWaiting();
    }

    /** The latest messages, of one sender or of all. */
    public List<KeptMessage> listLatest(@Nullable String sender, int most) {
        return store.listLatest(sender, most);
    }

    public Optional<KeptMessage> find(long number) {
        return store.find(number);
    }

    /** The text of a message as received, its segments on lines. */
    public String text(long number) {
        byte[] content = store.received(number).content();
        return new String(content, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    /**
     * Reads and applies a message again as it is, for example after a profile was mended.
     *
     * @return empty if it is applied now; else why it still waits
     * @throws IllegalArgumentException if there is no such message, or it does not wait
     */
    public Optional<Refusal> replay(long number, Actor by) {
        Received received = store.received(number);
        return switch (reader.read(received)) {
            case Understanding.Refused refused -> stillRefused(number, refused.refusal());
            case Understanding.Usable usable -> apply(number, usable, by);
        };
    }

    private Optional<Refusal> apply(long number, Understanding.Usable understood, Actor by) {
        try {
            inbox.retried(() -> {
                waiting(number);
                inbox.applyKept(number, understood);
                store.settle(number, MessageState.DONE, time.instant(), by.name(), "replayed");
                return new Receipt(understood.envelope(), null, false);
            });
            return Optional.empty();
        } catch (CannotApply cannot) {
            return stillRefused(number, cannot.refusal());
        }
    }

    private Optional<Refusal> stillRefused(long number, Refusal refusal) {
        store.refuse(number, refusal);
        return Optional.of(refusal);
    }

    /**
     * Applies a mended text instead of a message; the message as received stays beside it.
     *
     * @param text the mended message, its segments on lines
     * @return empty if it is applied; else why not, and the first message still waits
     */
    public Optional<Refusal> mend(long number, String text, Actor by) {
        Received before = store.received(number);
        byte[] content = text.strip().replace("\r\n", "\r").replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
        Received mended = Received.whole(content, "mended by " + by.name(), before.at());
        Optional<Refusal> refusal = switch (reader.read(mended)) {
            case Understanding.Refused refused -> Optional.of(refused.refusal());
            case Understanding.Usable usable -> Optional.empty();
        };
        if (refusal.isPresent()) {
            return refusal;
        }
        Receipt receipt = inbox.receiveInstead(mended, number);
        if (receipt.refusal() == null) {
            store.settle(number, MessageState.MENDED, time.instant(), by.name(), "mended and applied");
        }
        return Optional.ofNullable(receipt.refusal());
    }

    /** Says that a message need not be applied, and why. */
    public void setAside(long number, String reason, Actor by) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to set a message aside. Maybe: 'sent by mistake'");
        }
        inbox.retried(() -> {
            KeptMessage message = waiting(number);
            store.settle(number, MessageState.SET_ASIDE, time.instant(), by.name(), reason);
            return new Receipt(reader.read(store.received(message.number())).envelope(), null, false);
        });
    }

    private KeptMessage waiting(long number) {
        KeptMessage message = store.findForUpdate(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no message (" + number + "). Maybe: mistyped"));
        if (!message.state().isWaiting()) {
            throw new IllegalArgumentException("message " + number + " does not wait any more ("
                    + message.state().words() + "). Maybe: somebody was faster");
        }
        return message;
    }
}
