package uk.homeward.server.exchange.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.inbox.KeptMessage;
import uk.homeward.server.exchange.inbox.MessageState;
import uk.homeward.server.exchange.inbox.MessageStore;
import uk.homeward.server.person.PersonCard;

/**
 * Takes letters about people. Each is kept as received together with what it tells, in one transaction; one that cannot be
 * used is kept by itself, to be mended. The same letter stands in the record once, however often it comes.
 */
@Component
class LettersIn {

    private static final int TRIES = 4;
    private static final Sender HOMEWARD = new Sender("HOMEWARD", "");

    private final LetterReader reader;
    private final LetterResources resources;
    private final MessageStore store;
    private final People people;
    private final TransactionTemplate transaction;

    LettersIn(
            LetterReader reader,
            LetterResources resources,
            MessageStore store,
            People people,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.resources = resources;
        this.store = store.of("fhir");
        this.people = people;
        this.transaction = transaction;
    }

    /**
     * Receives a letter.
     *
     * @param mends the number of the kept body that it replaces; null if none
     * @return the letter, once it is safely kept
     * @throws Faulty with everything that is wrong; the body is kept
     */
    LetterReader.Letter receive(Received received, Origin origin, @Nullable Long mends) {
        List<String> oddities = new ArrayList<>();
        LetterReader.Letter letter;
        try {
            letter = reader.read(received, oddities);
        } catch (Faulty faulty) {
            throw kept(received, envelope("", origin), faulty, mends);
        }
        try {
            retried(() -> apply(received, letter, oddities, origin, mends));
            return letter;
        } catch (Faulty faulty) {
            throw kept(received, envelope(letter.id(), origin), faulty, mends);
        }
    }

    private KeptMessage apply(
            Received received, LetterReader.Letter letter, List<String> oddities, Origin origin, @Nullable Long mends) {
        KeptMessage kept = store.keep(received, envelope(letter.id(), origin), null, mends);
        if (kept.repeats() > 0 && !kept.state().isWaiting()) {
            return kept;
        }
        if (!oddities.isEmpty()) {
            store.noteOddities(
                    kept.number(),
                    String.join("\n", oddities.stream().distinct().toList()));
        }
        PersonCard person =
                people.findOrRegister(letter.person(), "letter|" + letter.identity(), received.at(), origin);
        resources.keep(letter, person.id(), origin);
        if (kept.state().isWaiting()) {
            store.settle(kept.number(), MessageState.DONE, received.at(), origin.user(), "came again and was kept");
        }
        return kept;
    }

    private Faulty kept(Received received, Envelope envelope, Faulty faulty, @Nullable Long mends) {
        KeptMessage kept = retried(() -> store.keep(received, envelope, faulty.refusal(), mends));
        return faulty.keptAs(kept.number());
    }

    private static Envelope envelope(String id, Origin origin) {
        return new Envelope(id, origin.sender(), HOMEWARD, Form.LETTER.type(), "", "R4", "", null);
    }

    private <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DataAccessException e) {
                if (attempt == TRIES) {
                    throw e; // not kept: the sender sends it again
                }
            }
        }
    }
}
