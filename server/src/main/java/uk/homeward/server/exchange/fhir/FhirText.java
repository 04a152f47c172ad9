package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;

/** Whether bytes can be read as FHIR R4, JSON or XML, as the doors for referrals and letters read them. */
public final class FhirText {

    private FhirText() {}

    /** Why not, in words for the sender; empty if they can. Never throws for what somebody sends. */
    public static Optional<String> problem(FhirContext context, byte[] content) {
        try {
            Body body = Body.read(context, content);
            return body.findings().stream().findFirst().map(Finding::words);
        } catch (Faulty faulty) {
            return Optional.of(faulty.findings().getFirst().words());
        }
    }
}
