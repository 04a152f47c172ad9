package uk.homeward.server.hospital;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes what was filled in about a stay, on a page or by a script, tells it to the desk, and says what became of it. */
@Component
class StayTelling {

    private final FlowDesk flows;
    private final Desk desk;
    private final FlowSentences sentences;
    private final Permits permits;
    private final Place place;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey placeKey;
    private final SamePerson same;
    private final FlowReader reader;

    StayTelling(
            FlowDesk flows,
            Desk desk,
            FlowSentences sentences,
            Permits permits,
            Place place,
            PlaceTime time,
            JdbcTemplate jdbc,
            PlaceKey placeKey,
            SamePerson same,
            Receivers receivers) {
        this.same = same;
        this.reader = new FlowReader(() -> UUID.randomUUID().toString(), receivers::title);
        this.flows = flows;
        this.desk = desk;
        this.sentences = sentences;
        this.permits = permits;
        this.place = place;
        this.time = time;
        this.jdbc = jdbc;
        this.placeKey = placeKey;
    }

    /** The stay; answers 404 if there is none. */
    Flow get(String stay) {
        return flows.find(stay)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no stay (" + stay + "). Maybe: the hospital has not told of it yet"));
    }

    /**
     * Says something of a stay.
     *
     * @param word the command, such as {@code set-date}
     * @param fields the command's fields, and with any command: {@code seen} (the version that the teller saw),
     *     {@code at} (when it happened; now, if left out)
     * @param key the same key is never applied twice; null where the caller does not repeat itself
     */
    StayOutcome tell(String stay, String word, Fields fields, User user, @Nullable String key) {
        Flow flow = get(stay);
        Instant now = time.instant();
        Form form = new Form(fields, place.zone(), now);
        FlowCommand command = reader.read(word, form, now.atZone(place.zone()).toLocalDate())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no such command (" + word + "). Maybe: one of " + FlowReader.WORDS));
        permits.actInHospital(user, flow.spell().site());
        Instant happened = form.past("at");
        int seen = form.whole("seen");
        if (!form.faults().isEmpty()) {
            return new StayOutcome.Faulty(form.faults());
        }
        FlowTold told = flows.tell(stay, seen, command, happened == null ? now : happened, user.actor(), key);
        if (told instanceof FlowTold.Done done && !done.happened().isEmpty()) {
            tellJourney(done.flow(), command, user, key);
        }
        return outcome(told);
    }

    /** What holds somebody up in hospital holds up their journey too, where that waits. */
    private void tellJourney(Flow flow, FlowCommand command, User user, @Nullable String key) {
        if (command instanceof FlowCommand.NameHoldUp named && !flow.isOver()) {
            String owner = place.delayCauses().get(new CauseId(named.cause())).actor();
            waiting(flow.spell().person())
                    .forEach(journey -> desk.tell(
                            journey,
                            0,
                            new JourneyCommand.NameDelay(named.cause(), owner, named.note()),
                            time.instant(),
                            user.actor(),
                            key == null ? null : key + "-" + journey));
        }
    }

    private List<String> waiting(String person) {
        return jdbc.queryForList(
                "select id from journey where place = ? and person = any (?) and ended_at is null and ready_since is"
                        + " not null",
                String.class,
                placeKey.value(),
                same.array(person));
    }

    private StayOutcome outcome(FlowTold told) {
        return switch (told) {
            case FlowTold.Done(Flow flow, var happened) -> new StayOutcome.Done(flow, sentences.of(happened));
            case FlowTold.Refused(String code, String why) -> new StayOutcome.Refused(code, why);
            case FlowTold.Conflict(Flow flow, var changed) -> new StayOutcome.Conflict(flow, sentences.of(changed));
        };
    }
}
