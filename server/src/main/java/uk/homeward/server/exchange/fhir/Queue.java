package uk.homeward.server.exchange.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.inbox.KeptMessage;
import uk.homeward.server.exchange.inbox.MessageState;
import uk.homeward.server.exchange.inbox.MessageStore;
import uk.homeward.server.time.PlaceTime;

/** The referrals that could not be applied: a person replays, mends or sets each aside. */
@Component("fhirQueue")
class Queue {

    private final MessageStore store;
    private final Referrals referrals;
    private final LettersIn letters;
    private final PlaceTime time;
    private final TransactionTemplate transaction;

    Queue(MessageStore store, Referrals referrals, LettersIn letters, PlaceTime time, TransactionTemplate transaction) {
        this.letters = letters;
        this.store = store.of("fhir");
        this.referrals = referrals;
        this.time = time;
        this.transaction = transaction;
    }

    List<KeptMessage> listWaiting(int most) {
        return store.listWaiting(most);
    }

    List<KeptMessage> listLatest(int most) {
        return store.listLatest(null, most);
    }

    long countWaiting() {
        return store.countWaiting();
    }

    Optional<KeptMessage> find(long number) {
        return store.find(number);
    }

    String text(long number) {
        return new String(store.received(number).content(), StandardCharsets.UTF_8).strip();
    }

    /** Applies a referral again as it was received; empty if it is applied now, else why it still waits. */
    Optional<Refusal> replay(long number) {
        KeptMessage message = waiting(number);
        return applied(store.received(number), message, null);
    }

    /** Applies a mended text instead; what was received stays beside it. */
    Optional<Refusal> mend(long number, String text, Actor by) {
        KeptMessage message = waiting(number);
        Received mended =
                Received.whole(text.strip().getBytes(StandardCharsets.UTF_8), "mended by " + by.name(), time.instant());
        Optional<Refusal> refusal = applied(mended, message, number);
        if (refusal.isEmpty()) {
            store.settle(number, MessageState.MENDED, time.instant(), by.name(), "mended and applied");
        }
        return refusal;
    }

    private Optional<Refusal> applied(Received received, KeptMessage message, @Nullable Long mends) {
        try {
            Origin origin = Origin.of(message.sender());
            Form form = Form.of(message.type());
            switch (form) {
                case REQUEST, MESSAGE -> Objects.requireNonNull(referrals.receive(received, form, origin, mends));
                case LETTER -> Objects.requireNonNull(letters.receive(received, origin, mends));
            }
            return Optional.empty();
        } catch (Faulty faulty) {
            return Optional.of(faulty.refusal());
        }
    }

    /** Says that a referral need not be applied, and why. */
    void setAside(long number, String reason, Actor by) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to set a referral aside. Maybe: 'sent by mistake'");
        }
        transaction.executeWithoutResult(status -> {
            store.findForUpdate(number);
            waiting(number);
            store.settle(number, MessageState.SET_ASIDE, time.instant(), by.name(), reason);
        });
    }

    private KeptMessage waiting(long number) {
        KeptMessage message = store.find(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no referral (" + number + "). Maybe: mistyped"));
        if (!message.state().isWaiting()) {
            throw new IllegalArgumentException(
                    "it does not wait any more (" + message.state().words() + "). Maybe: somebody was faster");
        }
        return message;
    }
}
