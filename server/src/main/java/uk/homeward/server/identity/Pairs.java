package uk.homeward.server.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MatchEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.identity.Traits;
import uk.homeward.server.identity.Pair.Answer;
import uk.homeward.server.identity.Pair.Field;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;

/** Lays two records side by side: who they say that somebody is, and how much was told under each; never what it was. */
@Component
class Pairs {

    private final PersonCards cards;
    private final PersonMatching matching;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Pairs(PersonCards cards, PersonMatching matching, Ledger ledger, JdbcTemplate jdbc, PlaceKey place) {
        this.cards = cards;
        this.matching = matching;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The two; empty if one of them is not known. */
    Optional<Pair> find(String one, String other) {
        Optional<PersonCard> first = cards.find(one);
        Optional<PersonCard> second = cards.find(other);
        return first.isEmpty() || second.isEmpty() ? Optional.empty() : Optional.of(pair(first.get(), second.get()));
    }

    private Pair pair(PersonCard one, PersonCard other) {
        return new Pair(
                one,
                other,
                matching.likeness(traits(one), other.id(), traits(other)),
                Pair.fields(one, other, counted(one.id(), other.id())),
                other.id().equals(one.mergedInto()),
                one.id().equals(other.mergedInto()),
                told(one.id(), other.id()));
    }

    static Traits traits(PersonCard c) {
        return new Traits(
                c.nhsNumber(), c.family(), c.given(), c.born(), c.sex(), c.address(), c.postcode(), c.phone());
    }

    private List<Field> counted(String one, String other) {
        return List.of(
                new Field("Journeys", count("journey", one), count("journey", other)),
                new Field("Hospital stays", count("spell", one), count("spell", other)),
                new Field("Known elsewhere as", numbers(one), numbers(other)));
    }

    private String count(String table, String person) {
        String sql = switch (table) {
            case "journey" -> "select count(*) from journey where place = ? and person = ?";
            case "spell" -> "select count(*) from spell where place = ? and person = ?";
            default -> throw new IllegalArgumentException(table);
        };
        return String.valueOf(jdbc.queryForObject(sql, Long.class, place.value(), person));
    }

    private String numbers(String person) {
        return String.join(
                ", ",
                jdbc.queryForList(
                        "select value || ' (' || system || ')' from identifier where place = ? and person = ? order by"
                                + " 1",
                        String.class,
                        place.value(),
                        person));
    }

    private List<Answer> told(String one, String other) {
        return ledger.history(Subject.match(one, other)).stream()
                .map(Pairs::answer)
                .toList()
                .reversed();
    }

    private static Answer answer(Recorded<Event> told) {
        String words = switch ((MatchEvent) told.event()) {
            case MatchEvent.MatchDoubted e -> "Asked whether they are one person. " + e.words();
            case MatchEvent.MatchPutOff e -> "Could not tell yet. " + e.reason();
            case MatchEvent.FoundDifferent e -> "Two people. " + e.reason();
            case MatchEvent.FoundSame e -> "One person: the records were joined. " + e.reason();
            case MatchEvent.FoundSameUndone e -> "Not one person after all: the records were parted. " + e.reason();
            case MatchEvent.MatchRefused e -> "Refused: " + e.why();
        };
        return new Answer(told.occurredAt(), told.by().name(), words.strip());
    }
}
