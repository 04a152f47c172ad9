package uk.homeward.server.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.person.PersonCard.Note;

/**
 * Everything that the page of a person shows.
 *
 * @param open the open journey with the one plan; null where there is none
 * @param asked how often each question of the story was asked, and why it was asked again
 */
public record PersonRecord(
        PersonCard card,
        List<JourneyLine> journeys,
        @Nullable Journey open,
        List<StayLine> stays,
        List<Asked> asked,
        List<Happened> timeline,
        List<Look> looks) {

    public PersonRecord {
        journeys = List.copyOf(journeys);
        stays = List.copyOf(stays);
        asked = List.copyOf(asked);
        timeline = List.copyOf(timeline);
        looks = List.copyOf(looks);
    }

    /**
     * A journey of the person.
     *
     * @param where the title of the step, decision or exit at which it stands
     * @param state in plain words, such as {@code waiting for}
     * @param ringWhom the team or coordinator to ring, with the number; empty where nobody is named
     */
    public record JourneyLine(
            String id,
            String cameBy,
            String reason,
            Instant openedAt,
            String state,
            String where,
            Instant since,
            @Nullable Instant endedAt,
            String ringWhom) {}

    /** A stay in a hospital. */
    public record StayLine(
            String id,
            String hospital,
            String state,
            @Nullable String location,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt,
            @Nullable Instant expectedAt) {}

    /**
     * A question of the story.
     *
     * @param answer the last answer; null where it was never asked
     * @param times how often it was asked
     * @param earlier what was answered before, newest first, with why it was asked again
     */
    public record Asked(
            String question, String title, @Nullable Note answer, int times, List<String> earlier) {
        public Asked {
            earlier = List.copyOf(earlier);
        }
    }

    /** A line of the timeline; {@code journey} is the journey that it belongs to, null for other lines. */
    public record Happened(Sentence sentence, @Nullable String journey) {}

    /** Who looked at the record. */
    public record Look(Instant at, String name, String role, String organisation, String what, String reason) {}

    /** The answer to a question, by the question's name. */
    public Map<String, PersonCard.Note> answers() {
        return card.list(PersonCard.Kind.STORY).stream()
                .collect(java.util.stream.Collectors.toMap(PersonCard.Note::key, n -> n));
    }
}
