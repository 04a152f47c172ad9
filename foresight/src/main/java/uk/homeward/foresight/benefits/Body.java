package uk.homeward.foresight.benefits;

/** Who gains: an organisation or a group of them, such as the city council or the NHS. */
public record Body(String id, String title) {}
