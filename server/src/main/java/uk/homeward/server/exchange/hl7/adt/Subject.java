package uk.homeward.server.exchange.hl7.adt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person of a message.
 *
 * @param identity the numbers that name the person
 * @param demographics what is said about who the person is
 * @param visit what is said about the hospital visit; null if nothing
 * @param merged the numbers of records that are the same person and give way to this one (MRG)
 */
public record Subject(
        Identity identity,
        Demographics demographics,
        @Nullable Visit visit,
        List<Identity> merged) {

    public Subject {
        merged = List.copyOf(merged);
    }
}
