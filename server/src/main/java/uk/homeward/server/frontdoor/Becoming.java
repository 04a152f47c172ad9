package uk.homeward.server.frontdoor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;

/**
 * What a sender may read of a concern. Never more than this: no names, no findings, no places.
 *
 * @param question what the sender was asked; null where nothing was
 */
public record Becoming(
        String headline,
        String words,
        Instant since,
        @Nullable String question) {

    static Becoming of(Journey journey, boolean mayTell) {
        State state = journey.state();
        return switch (state) {
            case State.AwaitingInformation s ->
                new Becoming(
                        "We have a question",
                        "Somebody has read what you told us and would like to know more.",
                        s.since(),
                        s.question());
            case State.Referred s ->
                plain("We have received this", "A clinician will read it soon.", journey.openedAt());
            case State.Waiting s -> mayTell ? accepted(s.since()) : silent(journey);
            case State.Deciding s -> mayTell ? accepted(s.since()) : silent(journey);
            case State.InStep s ->
                mayTell ? plain("Help has begun", "Our team is caring for the person.", s.since()) : silent(journey);
            case State.Declined s ->
                mayTell ? plain("We cannot help with this ourselves", s.advice(), s.since()) : silent(journey);
            case State.Withdrawn s -> mayTell ? plain("This was withdrawn", "", s.since()) : silent(journey);
            case State.Ended s ->
                mayTell
                        ? plain("This has ended", "Our team has finished what was needed.", s.since())
                        : silent(journey);
        };
    }

    private static Becoming accepted(Instant since) {
        return plain(
                "We have taken this on", "Several professions look at it together and arrange what is needed.", since);
    }

    private static Becoming silent(Journey journey) {
        return plain(
                "Somebody has looked at this",
                "We cannot tell you more, because the person has not agreed that you hear what becomes of it.",
                journey.openedAt());
    }

    private static Becoming plain(String headline, String words, Instant since) {
        return new Becoming(headline, words, since, null);
    }
}
