package uk.homeward.server.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Offer;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;

/** The offers of one provider. A provider sees its own and nobody else's. */
@Component
class Offers {

    private static final int PAST = 30;

    private final SearchDesk desk;
    private final PersonCards people;
    private final Terms terms;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Offers(SearchDesk desk, PersonCards people, Terms terms, JdbcTemplate jdbc, PlaceKey place) {
        this.desk = desk;
        this.people = people;
        this.terms = terms;
        this.jdbc = jdbc;
        this.place = place;
    }

    private record Key(String search, String offer) {}

    /** What waits for this provider's answer, the next to run out first. */
    List<OfferLine> waiting(String provider, Instant now) {
        return lines(jdbc.query(
                "select search, offer from search_offer where place = ? and provider = ? and state = 'WAITING' and"
                        + " until > ? order by until, search",
                (row, n) -> new Key(row.getString(1), row.getString(2)),
                place.value(),
                provider,
                now.atOffset(java.time.ZoneOffset.UTC)));
    }

    /** What was decided, or ran out, the latest first. */
    List<OfferLine> past(String provider, Instant now) {
        return lines(jdbc.query(
                "select search, offer from search_offer where place = ? and provider = ?"
                        + " and (state <> 'WAITING' or until <= ?) order by offered_at desc, search limit ?",
                (row, n) -> new Key(row.getString(1), row.getString(2)),
                place.value(),
                provider,
                now.atOffset(java.time.ZoneOffset.UTC),
                PAST));
    }

    /** True if this offer was made to this provider. */
    boolean isOf(String provider, String search, String offer) {
        return desk.find(search)
                .flatMap(found -> found.findOffer(offer))
                .filter(made -> made.provider().equals(provider))
                .isPresent();
    }

    private List<OfferLine> lines(List<Key> keys) {
        return keys.stream().flatMap(key -> line(key).stream()).toList();
    }

    private Optional<OfferLine> line(Key key) {
        return desk.find(key.search())
                .flatMap(search -> search.findOffer(key.offer()).map(offer -> line(search, offer)));
    }

    private OfferLine line(Search search, Offer offer) {
        Wanted wanted = search.wanted().orElseThrow();
        Optional<PersonCard> known =
                offer.state() instanceof Offer.Accepted ? people.find(search.person()) : Optional.empty();
        return new OfferLine(
                search.id(),
                offer.id(),
                offer.about(),
                CareService.title(wanted.setting())
                        + (wanted.forTwo() ? ", two places: a couple who stay together" : ""),
                Stream.concat(wanted.essential().stream(), wanted.desirable().stream())
                        .map(terms::words)
                        .toList(),
                wanted.portrait(),
                wanted.hoursAWeek(),
                wanted.from(),
                offer.price(),
                known.isPresent() ? wanted.funder().words() : "",
                offer.offeredAt(),
                offer.until(),
                offer.question(),
                offer.answer(),
                state(offer),
                offer.state() instanceof Offer.Declined declined
                        ? declined.reason().words()
                        : "",
                offer.state() instanceof Offer.Accepted accepted ? accepted.from() : null,
                known.map(PersonCard::name).orElse(""),
                known.map(card -> card.address() + ", " + card.postcode()
                                + (card.phone().isBlank() ? "" : " · " + card.phone()))
                        .orElse(""));
    }

    private static String state(Offer offer) {
        return switch (offer.state()) {
            case Offer.Waiting waiting -> "WAITING";
            case Offer.Accepted accepted -> "ACCEPTED";
            case Offer.Declined declined -> "DECLINED";
            case Offer.TakenBack back -> back.ranOut() ? "RAN_OUT" : "TAKEN_BACK";
        };
    }
}
