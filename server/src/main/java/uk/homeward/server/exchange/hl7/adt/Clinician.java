package uk.homeward.server.exchange.hl7.adt;

/** A named clinician: code in the sender's system and name; one of them may be blank. */
public record Clinician(String code, String name) {}
