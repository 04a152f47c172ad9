package uk.homeward.journey.place;

/** A document or data file that figures of a place come from. */
public record Source(String id, String title) {}
