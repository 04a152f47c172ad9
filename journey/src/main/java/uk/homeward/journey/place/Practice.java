package uk.homeward.journey.place;

/**
 * A general practice.
 *
 * @param network its primary care network
 * @param listSize registered patients of all ages
 */
public record Practice(
        PracticeCode code,
        String title,
        String postcode,
        LocalityId locality,
        String network,
        int listSize,
        String source) {

    /** The part of the postcode before the space. */
    public String outward() {
        return postcode.substring(0, postcode.indexOf(' '));
    }
}
