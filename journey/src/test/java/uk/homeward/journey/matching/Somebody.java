package uk.homeward.journey.matching;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.place.Position;
import uk.homeward.journey.place.PostalArea;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;

/** A person's need and the services of these tests; change what matters to the test. */
final class Somebody {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Portrait PORTRAIT =
            new Portrait("Walks with a frame", "Washing and meals", "Sleeps through", "Has fallen twice", "Her garden");
    static final Terms TERMS = Terms.load(
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root")), "places/birmingham-solihull"));
    static final Travel TRAVEL = new Travel(
            Stream.of(
                    new PostalArea("B1", new Position(52.48, -1.91)),
                    new PostalArea("B23", new Position(52.52, -1.85)),
                    new PostalArea("B93", new Position(52.38, -1.74))),
            TERMS.roads());
    static final Matcher MATCHER = new Matcher(TERMS, TRAVEL);

    private Somebody() {}

    /** Needs a nursing home for people with dementia, near B23. */
    static Wanted needs() {
        return needs(List.of("nursing", "dementia"), List.of("garden"), Urgency.SOON, Funder.COUNCIL, "");
    }

    static Wanted needs(List<String> essential, List<String> desirable, Urgency urgency, Funder funder, String usual) {
        return new Wanted(
                ProviderKind.NURSING_HOME,
                essential,
                desirable,
                0,
                TODAY,
                urgency,
                funder,
                0,
                "B23",
                "her daughter Anne",
                0,
                usual,
                PORTRAIT);
    }

    static CareService home(String id, String outward, Rating rating, int room, String... features) {
        return home(id, outward, rating, room, 1000, features);
    }

    static CareService home(String id, String outward, Rating rating, int room, double price, String... features) {
        return new CareService(
                id,
                "Home " + id,
                ProviderKind.NURSING_HOME,
                "north",
                outward,
                rating,
                Set.of(features),
                price,
                room,
                TODAY);
    }
}
