package uk.homeward.server.exchange.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a referral says it is about; texts are blank where nothing was said.
 *
 * @param id the person's id here, where the sender knows it; null otherwise
 * @param nhsNumber ten digits that may be somebody's own; null if none was given
 * @param element where it stands, such as {@code ServiceRequest.contained[0]}
 */
record PersonTold(
        @Nullable String id,
        @Nullable String nhsNumber,
        String family,
        String given,
        @Nullable LocalDate born,
        String sex,
        String address,
        String postcode,
        String phone,
        String practice,
        String language,
        String element) {

    static PersonTold byId(String id, String element) {
        return new PersonTold(id, null, "", "", null, "unknown", "", "", "", "", "", element);
    }

    static PersonTold byNumber(String nhsNumber, String element) {
        return new PersonTold(null, nhsNumber, "", "", null, "unknown", "", "", "", "", "", element);
    }
}
