package uk.homeward.journey.place;

/**
 * An outward postcode with its middle, for distances.
 *
 * @param outward the part before the space, such as B23
 */
public record PostalArea(String outward, Position middle) {}
