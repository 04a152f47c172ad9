package uk.homeward.journey.place;

/**
 * An electoral ward and the locality it belongs to.
 *
 * @param code the ONS code, such as E05011118
 */
public record ElectoralWard(String code, String title, LocalityId locality) {}
