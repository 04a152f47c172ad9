package uk.homeward.server.exchange.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body was understood to be.
 *
 * @param controlId the sender's id of the message or request; blank if it gives none
 * @param fault everything that is wrong; null if nothing is
 * @param referral null exactly where there is a fault
 */
record Understanding(
        String controlId,
        List<String> oddities,
        @Nullable Faulty fault,
        @Nullable Referral referral) {

    static Understanding refused(String controlId, Faulty fault) {
        return new Understanding(controlId, List.of(), fault, null);
    }
}
