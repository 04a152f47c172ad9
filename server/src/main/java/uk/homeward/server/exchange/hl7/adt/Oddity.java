package uk.homeward.server.exchange.hl7.adt;

/**
 * Something in a message that is not as it should be, though the message could be used.
 *
 * @param where the field, such as {@code PID-7}
 * @param what what is odd and what was done; never personal data
 */
public record Oddity(String where, String what) {}
