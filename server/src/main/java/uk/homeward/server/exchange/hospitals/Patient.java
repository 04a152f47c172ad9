package uk.homeward.server.exchange.hospitals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.person.NhsNumber;

/** Somebody in a hospital of the demo, as its own system knows them. */
record Patient(
        String id,
        @Nullable String nhsNumber,
        String family,
        String given,
        @Nullable LocalDate born,
        String sex,
        String address,
        String postcode,
        String practice) {

    /** True if number and date of birth lead back to this very person; otherwise a message would make a second one. */
    boolean isNamedSafely() {
        return nhsNumber != null && NhsNumber.isValid(nhsNumber) && born != null;
    }
}
