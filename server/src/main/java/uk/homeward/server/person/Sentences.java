package uk.homeward.server.person;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Role;

/**
 * The one place that turns events into sentences, so that a journey reads the same on every page. Titles of steps,
 * decisions and exits come from the pathway; teams and causes from the place.
 */
@Component
public final class Sentences {

    private final JourneySentences journeys;
    private final PersonSentences people;
    private final SpellSentences stays;

    public Sentences(Place place, StoryWords story) {
        this.people = new PersonSentences(story);
        this.journeys = new JourneySentences(place);
        this.stays = new SpellSentences(place);
    }

    /** A journey's events in plain sentences, in the order in which they were told. */
    public List<Sentence> of(Journey journey) {
        return of(journey.pathway(), journey.history().events());
    }

    /** Some events of a journey, such as those that somebody else added meanwhile. */
    public List<Sentence> of(Pathway pathway, List<Recorded<JourneyEvent>> events) {
        List<Sentence> sentences = new ArrayList<>();
        for (Recorded<JourneyEvent> r : events) {
            JourneySentences.Words words = journeys.words(pathway, r.event());
            sentences.add(sentence(r, words));
        }
        return sentences;
    }

    /** What we learned about a person, in plain sentences. */
    public List<Sentence> of(List<Recorded<PersonEvent>> events) {
        return events.stream().map(r -> sentence(r, people.words(r.event()))).toList();
    }

    /** What a hospital told us of a stay, in plain sentences. */
    public List<Sentence> ofStay(List<Recorded<SpellEvent>> events) {
        return events.stream().map(r -> sentence(r, stays.words(r.event()))).toList();
    }

    /** {@code Imran Shah, Responder}; a system by its name alone. */
    public static String by(Actor actor) {
        return actor.isSystem()
                ? Plain.capital(actor.name())
                : actor.name() + ", " + Role.find(actor.role()).map(Role::title).orElse(Plain.words(actor.role()));
    }

    private static Sentence sentence(Recorded<?> r, JourneySentences.Words words) {
        return new Sentence(
                r.sequence(), r.occurredAt(), r.recordedAt(), by(r.by()), words.what(), words.detail(), words.tone());
    }
}
