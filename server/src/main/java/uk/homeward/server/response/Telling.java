package uk.homeward.server.response;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes what was filled in, on a page or by a script, tells it to the desk, and says what became of it. */
@Component
public class Telling {

    private final Desk desk;
    private final Sentences sentences;
    private final Permits permits;
    private final Place place;
    private final PlaceTime time;
    private final CommandReader reader;

    Telling(Desk desk, Sentences sentences, Permits permits, Place place, PlaceTime time) {
        this.desk = desk;
        this.sentences = sentences;
        this.permits = permits;
        this.place = place;
        this.time = time;
        this.reader = new CommandReader(place, () -> UUID.randomUUID().toString());
    }

    /** The journey; answers 404 if there is none, 403 if the user may not look at it. */
    public Journey get(String id, User user) {
        Journey journey = desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no journey (" + id + "). Maybe: it was opened in another place"));
        if (!user.may(Permission.READ_PERSON)
                && !user.organisation().equals(journey.opening().sender().organisation())) {
            throw new NotPermitted("not-yours", "This referral was not sent by your organisation. Ask the front door.");
        }
        return journey;
    }

    /**
     * Tells a journey something.
     *
     * @param word the command, such as {@code make-contact}
     * @param fields the command's fields, and with any command: {@code seen} (the version that the teller saw),
     *     {@code at} (when it happened; now, if left out)
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     */
    public Outcome tell(String id, String word, Fields fields, User user, @Nullable String key) {
        Journey journey = get(id, user);
        Instant now = time.instant();
        Form form = new Form(fields, place.zone(), now);
        JourneyCommand command = reader.read(word, form)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no such command (" + word + "). Maybe: one of " + CommandReader.WORDS));
        permits.act(user, journey, command);
        Instant happened = form.past("at");
        if (happened != null && happened.isBefore(journey.openedAt())) {
            form.fault("at", "This is before the journey began. Write when it happened.");
        }
        int seen = form.whole("seen");
        if (!form.faults().isEmpty()) {
            return new Outcome.Faulty(form.faults());
        }
        return outcome(journey, desk.tell(id, seen, command, happened == null ? now : happened, user.actor(), key));
    }

    private Outcome outcome(Journey before, Told told) {
        return switch (told) {
            case Told.Done(Journey journey, var happened) ->
                new Outcome.Done(journey, sentences.of(before.pathway(), happened));
            case Told.Refused(String code, String why) -> new Outcome.Refused(code, why);
            case Told.Conflict(Journey journey, var changed) ->
                new Outcome.Conflict(journey, sentences.of(before.pathway(), changed));
        };
    }

    /** The words of all commands. */
    static List<String> words() {
        return CommandReader.WORDS;
    }
}
