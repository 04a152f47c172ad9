package uk.homeward.server.journal;

/** The place whose schema this server works in; part of every key. */
public record PlaceKey(String value) {}
