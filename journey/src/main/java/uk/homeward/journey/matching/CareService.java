package uk.homeward.journey.matching;

import java.time.LocalDate;
import java.util.Set;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;

/**
 * A provider as a person could have it today.
 *
 * @param outward the outward postcode of where it is
 * @param price pounds a week for a bed, pounds an hour at home; fixed
 * @param room places that are free now; at home, people who could be taken on
 * @param freeFrom the day from which the next place is free
 */
public record CareService(
        String id,
        String title,
        ProviderKind kind,
        String locality,
        String outward,
        Rating rating,
        Set<String> features,
        double price,
        int room,
        LocalDate freeFrom) {

    public CareService {
        features = Set.copyOf(features);
    }

    /** A provider of the place with so much room. */
    public static CareService of(Provider provider, int room, LocalDate freeFrom) {
        return new CareService(
                provider.id().value(),
                provider.title(),
                provider.kind(),
                provider.locality().value(),
                provider.outward(),
                provider.rating(),
                provider.features(),
                provider.pricePerUnit(),
                room,
                freeFrom);
    }

    /** What a kind of care is called. */
    public static String title(ProviderKind kind) {
        return switch (kind) {
            case HOME_CARE -> "Care at home";
            case RESIDENTIAL_HOME -> "A residential home";
            case NURSING_HOME -> "A nursing home";
        };
    }

    /** The regulator's rating in words. */
    public static String title(Rating rating) {
        return switch (rating) {
            case OUTSTANDING -> "outstanding";
            case GOOD -> "good";
            case REQUIRES_IMPROVEMENT -> "requires improvement";
            case INADEQUATE -> "inadequate";
            case NOT_RATED -> "not rated yet";
        };
    }

    /** {@code £790 a week} or {@code £22.40 an hour}. */
    public String priceWords() {
        return kind.isCareHome()
                ? "£" + Math.round(price) + " a week"
                : String.format(java.util.Locale.UK, "£%.2f an hour", price);
    }
}
