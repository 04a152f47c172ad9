package uk.homeward.journey.journeys;

import java.time.Instant;
import java.util.Map;
import uk.homeward.journey.event.Actor;

/**
 * What a command is judged by besides the journey itself.
 *
 * @param at when it happens
 * @param by who asks
 * @param story what is known of the person: the last answer to each question
 * @param calendar the place's time zone and holidays
 */
public record Situation(Instant at, Actor by, Map<String, String> story, Calendar calendar) {

    public Situation {
        story = Map.copyOf(story);
    }
}
