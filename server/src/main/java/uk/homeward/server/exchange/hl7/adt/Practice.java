package uk.homeward.server.exchange.hl7.adt;

/** The general practice with which the person is registered; the code is an ODS code, blank if only the name was sent. */
public record Practice(String code, String name) {}
