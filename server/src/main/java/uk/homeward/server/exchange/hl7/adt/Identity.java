package uk.homeward.server.exchange.hl7.adt;

import java.util.List;
import java.util.Optional;

/**
 * The numbers by which a message names a person.
 *
 * @param number the NHS number as digits, exactly as good as {@code status} says; blank if absent
 * @param status how far the number can be relied on
 * @param locals the person's numbers in the sender's systems, in the order of the message
 */
public record Identity(String number, NhsNumberStatus status, List<LocalNumber> locals) {

    public static final Identity NONE = new Identity("", NhsNumberStatus.ABSENT, List.of());

    public Identity {
        locals = List.copyOf(locals);
    }

    /** The NHS number, if it may be used to look the person up. */
    public Optional<String> nhsNumber() {
        return status.usable() ? Optional.of(number) : Optional.empty();
    }

    /** True if the message names nobody: no usable NHS number and no local number. */
    public boolean isNobody() {
        return locals.isEmpty() && !status.usable();
    }
}
