package uk.homeward.journey.matching;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.DeclineReason;

/**
 * One provider, asked once.
 *
 * @param about who the person is, as far as the provider may know
 * @param price the fixed price
 * @param until when the place is no longer held
 * @param question what the provider asked; empty while nothing
 * @param answer what they were told
 */
public record Offer(
        String id,
        String provider,
        String about,
        double price,
        Instant offeredAt,
        Instant until,
        String question,
        String answer,
        Answer state) {

    /** What became of it. */
    public sealed interface Answer {}

    public record Waiting() implements Answer {}

    public record Accepted(LocalDate from, Assessment assessment, String note) implements Answer {}

    public record Declined(DeclineReason reason, String words, Instant at) implements Answer {}

    public record TakenBack(boolean ranOut, String reason) implements Answer {}

    /** True while an answer can be given. */
    public boolean isOpen(Instant now) {
        return state instanceof Waiting && now.isBefore(until);
    }

    /** True where nobody answered in time, and nobody has said so yet. */
    public boolean hasRunOut(Instant now) {
        return state instanceof Waiting && !now.isBefore(until);
    }

    public boolean hasUnansweredQuestion() {
        return !question.isEmpty() && answer.isEmpty();
    }

    public @Nullable Declined declined() {
        return state instanceof Declined declined ? declined : null;
    }

    Offer with(Answer next) {
        return new Offer(id, provider, about, price, offeredAt, until, question, answer, next);
    }

    Offer asked(String asked) {
        return new Offer(id, provider, about, price, offeredAt, until, asked, answer, state);
    }

    Offer answered(String told, Instant later) {
        return new Offer(id, provider, about, price, offeredAt, later, question, told, state);
    }
}
