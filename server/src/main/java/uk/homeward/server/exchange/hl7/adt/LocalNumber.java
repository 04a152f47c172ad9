package uk.homeward.server.exchange.hl7.adt;

/**
 * A person's number in one hospital's system.
 *
 * @param value the number, never blank
 * @param authority who issued it; never blank, the sender's own name stands in where the message says nothing
 */
public record LocalNumber(String value, String authority) {

    public LocalNumber {
        if (value.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("A local number needs a value (" + value + ") and an authority ("
                    + authority + "). Maybe: the sender's facility is the authority");
        }
    }
}
