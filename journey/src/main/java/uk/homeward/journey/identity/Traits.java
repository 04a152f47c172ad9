package uk.homeward.journey.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.person.NhsNumber;

/**
 * What a record says about who somebody is. Text is blank where nothing is known.
 *
 * @param nhsNumber ten digits that can be somebody's own; null where none is known, or only a placeholder
 */
public record Traits(
        @Nullable String nhsNumber,
        String family,
        String given,
        @Nullable LocalDate born,
        String sex,
        String address,
        String postcode,
        String phone) {

    public Traits {
        nhsNumber = usable(nhsNumber);
    }

    public static Traits of(Details d) {
        return new Traits(
                d.nhsNumber(), d.family(), d.given(), d.born(), d.sex(), d.address(), d.postcode(), d.phone());
    }

    /** A number with a wrong check digit, or of one digit repeated, identifies nobody. */
    private static @Nullable String usable(@Nullable String number) {
        if (number == null || !NhsNumber.isValid(number)) {
            return null;
        }
        NhsNumber valid = NhsNumber.of(number);
        return valid.isDummy() ? null : valid.value();
    }
}
