package uk.homeward.server.measures;

/** Years between healthy life expectancy and life expectancy, as a document prints them. */
public record WindowOfNeed(String area, String sex, double years, String source) {}
