package uk.homeward.server.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Clock;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.TeamId;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.time.PlaceTime;

/** Gathers what the pages of one journey show, and keeps that somebody looked. */
@Component
public class JourneyPages {

    private final Telling telling;
    private final PersonCards people;
    private final Sentences sentences;
    private final Worklist worklist;
    private final Stops stops;
    private final Looks looks;
    private final RecordDoor door;
    private final Permits permits;
    private final DemoUsers demo;
    private final ServerSettings settings;
    private final Place place;
    private final PlaceTime time;

    JourneyPages(
            Telling telling,
            PersonCards people,
            Sentences sentences,
            Worklist worklist,
            Stops stops,
            Looks looks,
            RecordDoor door,
            Permits permits,
            DemoUsers demo,
            ServerSettings settings,
            Place place,
            PlaceTime time) {
        this.telling = telling;
        this.people = people;
        this.sentences = sentences;
        this.worklist = worklist;
        this.stops = stops;
        this.looks = looks;
        this.door = door;
        this.permits = permits;
        this.demo = demo;
        this.settings = settings;
        this.place = place;
        this.time = time;
    }

    /**
     * The view of a journey; answers 404 if there is none, 403 if the user may not look at it; the look is
     * kept.
     *
     * @param what the page that is opened, as the person can read it later
     */
    public JourneyView open(String id, User user, String what) {
        Journey journey = telling.get(id, user);
        if (!user.may(Permission.READ_PERSON)) {
            looks.keep(user, journey.person(), what + ", by the sender's organisation", "");
            return view(journey, user);
        }
        return switch (door.open(user, journey.person(), what, () -> view(journey, user))) {
            case RecordDoor.Open<JourneyView>(JourneyView view, String why) -> view;
            case RecordDoor.Closed<JourneyView> closed -> throw new ClosedRecord(journey.person());
            case RecordDoor.Nobody<JourneyView> nobody -> throw unknown(id);
        };
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "nothing is known of the person of the journey (" + id + ")");
    }

    private JourneyView view(Journey journey, User user) {
        PersonCard person = people.find(journey.person()).orElseThrow(() -> unknown(journey.id()));
        String team = journey.findLast(JourneyEvent.TeamAssigned.class)
                .map(JourneyEvent.TeamAssigned::team)
                .orElse("");
        return new JourneyView(
                journey,
                person,
                stops.now(journey),
                reversed(sentences.of(journey)),
                clocks(journey),
                stops.teamsFor(journey),
                team.isEmpty() ? null : place.teams().find(TeamId.of(team)).orElse(null),
                colleagues(journey, team, user),
                place.delayCauses().list(),
                worklist.ofPerson(person.id()).stream()
                        .filter(line -> !line.id().equals(journey.id()))
                        .toList(),
                permits.whyNot(user, journey, new JourneyCommand.RecordFinding(""))
                        .map(NotPermitted::getMessage)
                        .orElse(""),
                permits.whyNot(user, journey, new JourneyCommand.Accept()).isEmpty(),
                user.may(Permission.READ_PERSON),
                user.role().word(),
                UUID.randomUUID().toString());
    }

    private static List<Sentence> reversed(List<Sentence> sentences) {
        return sentences.reversed();
    }

    private List<JourneyView.ClockView> clocks(Journey journey) {
        return journey.clocks().stream()
                .filter(c -> c.counts() && (c.isRunning() || c.met() != null))
                .map(c -> clock(journey, c))
                .toList();
    }

    private JourneyView.ClockView clock(Journey journey, Clock clock) {
        Optional<Standard> standard =
                Optional.ofNullable(journey.pathway().standards().get(clock.standard()));
        return new JourneyView.ClockView(
                clock.standard().value(),
                standard.map(Standard::title).orElse(clock.standard().value()),
                clock.at(time.instant()),
                clock.deadline(),
                clock.stoppedAt(),
                standard.map(Standard::pauses).orElse(List.of()));
    }

    /** Oneself, those who have taken on journeys of the team, and in the demo the one whose role acts on the step. */
    private List<Worklist.Colleague> colleagues(Journey journey, String team, User user) {
        List<Worklist.Colleague> all = new ArrayList<>();
        all.add(new Worklist.Colleague(user.id(), user.name()));
        if (settings.isDemo()) {
            journey.currentStep()
                    .map(Step::acts)
                    .flatMap(Role::find)
                    .map(demo::of)
                    .ifPresent(acting -> all.add(new Worklist.Colleague(acting.id(), acting.name())));
        }
        if (!team.isEmpty()) {
            all.addAll(worklist.colleagues(team));
        }
        return all.stream().distinct().toList();
    }
}
