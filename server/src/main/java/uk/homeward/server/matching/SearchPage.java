package uk.homeward.server.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Match;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Offer;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchState;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.Sentence;

/**
 * What the page of a search shows.
 *
 * @param found everything that was looked at, in the kind of care that is asked about now
 * @param key makes the page's forms count once
 */
public record SearchPage(
        Search search,
        PersonCard person,
        Matcher.Found found,
        Words words,
        List<Sentence> timeline,
        Instant now,
        String key) {

    /** How many choices are shown first. */
    public static final int FIRST = 8;

    /** Names that the page needs. */
    public interface Words {

        String title(String provider);

        String features(List<String> features);
    }

    public List<Match> first() {
        return found.fits().stream().limit(FIRST).toList();
    }

    public List<Match> more() {
        return found.fits().stream().skip(FIRST).limit(40).toList();
    }

    public Optional<Offer> accepted() {
        return search.acceptedOffer();
    }

    public boolean goesOn() {
        return search.state() instanceof SearchState.Looking;
    }

    /** What became of an offer, in a few words. */
    public String became(Offer offer) {
        return switch (offer.state()) {
            case Offer.Waiting waiting -> offer.hasRunOut(now) ? "time ran out" : "waits for an answer";
            case Offer.Accepted accepted -> "accepted, from " + accepted.from();
            case Offer.Declined declined -> "declined: " + declined.reason().words();
            case Offer.TakenBack back -> back.ranOut() ? "time ran out" : "taken back: " + back.reason();
        };
    }

    /** Why services were left out, with how many, in words. */
    public static String leftOut(String code) {
        return switch (code) {
            case "inadequate" -> "rated inadequate";
            case "other-kind" -> "another kind of care";
            case "lacks-essential" -> "lack something essential";
            case "declined" -> "said no to this need";
            case "full" -> "have nothing free";
            case "room-for-one" -> "have one place free, and two are needed";
            case "too-far" -> "are too far";
            case "too-dear" -> "cost more than was asked for";
            default -> code;
        };
    }

    public String kind() {
        return search.wanted()
                .map(wanted -> CareService.title(wanted.setting()))
                .orElse("");
    }
}
