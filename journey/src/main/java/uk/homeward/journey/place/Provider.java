package uk.homeward.journey.place;

import java.util.Set;

/**
 * A care home or a home-care provider.
 *
 * @param outward outward postcode of where it is
 * @param capacity beds of a home; hours a week of a home-care provider
 * @param vacancies beds or hours of these that are free when a simulation or demo begins
 * @param features what it can do, in the words that the place declares
 * @param pricePerUnit pounds a week for a bed, pounds an hour for home care
 * @param madeUp true where name and figures stand for no real provider
 */
public record Provider(
        ProviderId id,
        String title,
        ProviderKind kind,
        LocalityId locality,
        String outward,
        int capacity,
        int vacancies,
        Rating rating,
        Set<String> features,
        double pricePerUnit,
        boolean madeUp,
        String source) {

    public Provider {
        features = Set.copyOf(features);
    }

    /** The pool that its beds or hours are. */
    public PoolId pool() {
        return PoolId.of(id.value());
    }
}
