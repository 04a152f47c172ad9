package uk.homeward.server.exchange.inbox;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Inbox;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.Receipt;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.Understanding;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Oddity;

/**
 * Keeps each message and what it changes in one transaction: what was acknowledged is there, whole, after a crash, and
 * what was not acknowledged left no trace. A message that cannot be applied is kept by itself, to be mended.
 */
@Component
class StoredInbox implements Inbox {

    private static final System.Logger LOG = System.getLogger(StoredInbox.class.getName());
    private static final int TRIES = 4;

    private final MessageReader reader;
    private final MessageStore store;
    private final HospitalNews news;
    private final ReferralNews referrals;
    private final ResultNews results;
    private final TransactionTemplate transaction;

    StoredInbox(
            MessageReader reader,
            MessageStore store,
            HospitalNews news,
            ReferralNews referrals,
            ResultNews results,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.store = store;
        this.news = news;
        this.referrals = referrals;
        this.results = results;
        this.transaction = transaction;
    }

    @Override
    public Receipt receive(Received received) {
        return receive(received, null);
    }

    /** Receives a message that replaces another which could not be applied. */
    Receipt receiveInstead(Received received, long mends) {
        return receive(received, mends);
    }

    private Receipt receive(Received received, @Nullable Long mends) {
        Understanding understanding = reader.read(received);
        return switch (understanding) {
            case Understanding.Refused refused -> keep(received, refused.envelope(), refused.refusal(), mends);
            case Understanding.Usable usable -> apply(received, usable, mends);
        };
    }

    private Receipt apply(Received received, Understanding.Usable understood, @Nullable Long mends) {
        Envelope envelope = understood.envelope();
        try {
            return retried(() -> {
                KeptMessage kept = store.keep(received, envelope, null, mends);
                if (kept.repeats() > 0) {
                    return receipt(envelope, kept);
                }
                applyKept(kept.number(), understood);
                return new Receipt(envelope, null, false);
            });
        } catch (CannotApply cannot) {
            return keep(received, envelope, cannot.refusal(), mends);
        } catch (ConcurrencyFailureException e) {
            throw e; // not kept: the sender sends it again
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A message of " + envelope.sender().key() + " could not be applied",
                    e);
            return keep(received, envelope, ourFault(e), mends);
        }
    }

    /** Applies a message that is in the table already; runs inside the caller's transaction. */
    void applyKept(long number, Understanding.Usable understood) {
        List<Oddity> oddities = switch (understood) {
            case Understanding.Understood adt -> news.apply(adt.message());
            case Understanding.Referred referred -> referrals.apply(referred.message());
            case Understanding.Reported reported -> results.apply(reported.message());
        };
        if (!oddities.isEmpty()) {
            store.noteOddities(number, words(oddities));
        }
    }

    static Refusal ourFault(RuntimeException e) {
        return new Refusal(
                AckCode.AE,
                ErrorCode.INTERNAL,
                "",
                "Homeward could not apply the message (" + e.getClass().getSimpleName() + ")",
                "it is kept; tell the makers of Homeward, and replay it when they have mended this");
    }

    private Receipt keep(Received received, Envelope envelope, Refusal refusal, @Nullable Long mends) {
        return retried(() -> receipt(envelope, store.keep(received, envelope, refusal, mends)));
    }

    private static Receipt receipt(Envelope envelope, KeptMessage kept) {
        Refusal refusal = kept.state().isWaiting() ? kept.refusal() : null;
        return new Receipt(envelope, refusal, kept.repeats() > 0);
    }

    private static String words(List<Oddity> oddities) {
        return oddities.stream()
                .map(oddity -> (oddity.where().isBlank() ? "" : oddity.where() + ": ") + oddity.what())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Work in a transaction of its own; done again from the start when somebody else was faster. */
    Receipt retried(Supplier<Receipt> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
