package uk.homeward.server.exchange.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.preferences.Decision;
import uk.homeward.journey.spell.Spell;
import uk.homeward.server.person.PersonCard;

/**
 * One thing that is told, with all that every receiver needs of it.
 *
 * @param key the event in the journal that it comes from
 * @param stay the stay as it stands; null where it is about none
 * @param site the hospital's name; blank where it is about none
 * @param decisions what was decided about care, as it holds now
 * @param sentences the same, one sentence each: they go with every transfer
 * @param underWay what goes on at home or elsewhere, one line each
 * @param summary the discharge summary that is sent; null where none is
 */
record Told(
        String key,
        Instant at,
        String organisation,
        PersonCard card,
        List<String[]> identifiers,
        @Nullable Spell stay,
        String site,
        List<Decision> decisions,
        List<String> sentences,
        List<String> underWay,
        @Nullable Summary summary) {

    /** Nobody has decided anything; that is said too. */
    static final String NO_DECISION = "No decision about care, resuscitation included, is recorded here.";

    /** What stands in every letter about decisions. */
    List<String> decisionLines() {
        return sentences.isEmpty() ? List.of(NO_DECISION) : sentences;
    }

    /** The same event always makes the same id for the same kind of message. */
    UUID id(Kind kind) {
        return UUID.nameUUIDFromBytes((kind.name() + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Fits into MSH-10, which has 20 characters. */
    String controlId(Kind kind) {
        return id(kind).toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }
}
