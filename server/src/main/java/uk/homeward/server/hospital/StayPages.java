package uk.homeward.server.hospital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.leaving.OpenHere;
import uk.homeward.server.leaving.StillOpen;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.record.CareDecisions;
import uk.homeward.server.time.PlaceTime;

/** Gathers what the page of a stay shows, and keeps that somebody looked. */
@Component
class StayPages {

    private final StayTelling telling;
    private final PersonCards people;
    private final FlowSentences sentences;
    private final Sentences hospital;
    private final Journal journal;
    private final RecordDoor door;
    private final Permits permits;
    private final Wards wards;
    private final FlowPlace flowPlace;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SamePerson same;
    private final Receivers receivers;
    private final StillOpen still;
    private final CareDecisions decisions;

    StayPages(
            StayTelling telling,
            PersonCards people,
            FlowSentences sentences,
            Sentences hospital,
            Journal journal,
            RecordDoor door,
            Permits permits,
            Wards wards,
            FlowPlace flowPlace,
            PlaceTime time,
            JdbcTemplate jdbc,
            PlaceKey place,
            SamePerson same,
            Receivers receivers,
            CareDecisions decisions,
            StillOpen still) {
        this.still = still;
        this.same = same;
        this.receivers = receivers;
        this.decisions = decisions;
        this.telling = telling;
        this.people = people;
        this.sentences = sentences;
        this.hospital = hospital;
        this.journal = journal;
        this.door = door;
        this.permits = permits;
        this.wards = wards;
        this.flowPlace = flowPlace;
        this.time = time;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** What became of opening the page: the page itself, or whose record is closed to this user. */
    sealed interface Opened {}

    record Shown(StayPage page) implements Opened {}

    record ClosedTo(String person) implements Opened {}

    /** @param what what is opened, as the person can read it later */
    Opened open(String stay, User user, String what) {
        Flow flow = telling.get(stay);
        // before the door: what lies behind it shows one person's rows only, and packages and searches are read from
        // events
        List<OpenHere> openHere = leavesThePlace(flow) ? still.list(flow) : List.of();
        return switch (door.open(user, flow.spell().person(), what, () -> page(flow, user, openHere))) {
            case RecordDoor.Open<StayPage>(StayPage page, String why) -> new Shown(page);
            case RecordDoor.Closed<StayPage> closed -> new ClosedTo(flow.spell().person());
            case RecordDoor.Nobody<StayPage> nobody -> throw nobody(stay);
        };
    }

    private static boolean leavesThePlace(Flow flow) {
        return flow.destination()
                .filter(to -> to.kind() == DestinationKind.OUT_OF_AREA)
                .isPresent();
    }

    private static ResponseStatusException nobody(String stay) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "nothing is known of the person of the stay (" + stay + ")");
    }

    private StayPage page(Flow flow, User user, List<OpenHere> openHere) {
        PersonCard person = people.find(flow.spell().person()).orElseThrow(() -> nobody(flow.stay()));
        return new StayPage(
                flow,
                person,
                timeline(flow),
                new WardView(flowPlace, wards, time.instant()),
                permits.whyNotInHospital(user, flow.spell().site())
                        .map(NotPermitted::getMessage)
                        .orElse(""),
                journey(person.id()),
                time.instant(),
                UUID.randomUUID().toString(),
                receivers.of(flow, person.practice()),
                openHere,
                Known.of(flow, person, decisions.forTransfer(person.id()), wards));
    }

    /** What staff said, each with the number under which it can be put right; and what the hospital's system told. */
    private List<Sentence> timeline(Flow flow) {
        List<Sentence> all = new ArrayList<>(sentences.of(flow.told()));
        String subject =
                flow.stay().substring(0, flow.stay().indexOf('/', flow.stay().indexOf('/') + 1));
        String visit = flow.spell().visit();
        hospital.ofStay(journal.spell(subject).stream()
                        .filter(fact -> visit.isEmpty()
                                || fact.event().visit().isBlank()
                                || fact.event().visit().equals(visit))
                        .toList())
                .forEach(sentence -> all.add(unnumbered(sentence)));
        all.sort(Comparator.comparing(Sentence::at).reversed());
        return all;
    }

    private static Sentence unnumbered(Sentence s) {
        return new Sentence(0, s.at(), s.told(), s.by(), s.what(), s.detail(), s.tone());
    }

    private Optional<String> journey(String person) {
        return jdbc
                .queryForList(
                        "select id from journey where place = ? and person = any (?) and ended_at is null"
                                + " order by opened_at desc limit 1",
                        String.class,
                        place.value(),
                        same.array(person))
                .stream()
                .findFirst();
    }
}
