package uk.homeward.server.measures;

/** A measure that is followed; its title is its id where the measure is put aside. */
public record Followed(Subscription subscription, String title) {}
