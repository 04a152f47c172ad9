package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about one hospital visit. Null and blank mean: not said.
 *
 * @param number the sender's number of the visit; blank if not sent (then it is the person's current visit)
 * @param patientClass inpatient, emergency and so on
 * @param admission how the person was admitted (PV1-4), as the sender codes it
 * @param at where the person is now
 * @param prior where the person was before
 * @param admittedAt when the visit began
 * @param dischargedAt when it ended
 * @param expectedDischargeAt when it is expected to end
 * @param attending the clinician in charge
 * @param specialty the hospital service, as the sender codes it
 * @param reason why the person came, in words
 * @param disposition where the person went on discharge, as the sender codes it
 * @param diagnoses ICD-10 codes in capitals without dots, the main one first; empty if not sent
 */
public record Visit(
        String number,
        PatientClass patientClass,
        String admission,
        @Nullable Location at,
        @Nullable Location prior,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable Instant expectedDischargeAt,
        @Nullable Clinician attending,
        String specialty,
        String reason,
        String disposition,
        List<String> diagnoses) {

    public Visit {
        diagnoses = List.copyOf(diagnoses);
    }
}
