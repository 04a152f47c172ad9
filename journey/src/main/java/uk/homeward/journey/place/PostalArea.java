package uk.homeward.journey.place;

/**
 * An outward postcode with its middle, for distances.
 *
 * @param outward the part before the space, such as B23
 */
public record PostalArea(String outward, Position middle) {

    /** The id of the place in its middle, beside those of sites. */
    public String id() {
        return "area-" + outward;
    }
}
