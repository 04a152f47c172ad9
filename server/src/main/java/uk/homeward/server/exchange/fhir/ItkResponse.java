package uk.homeward.server.exchange.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** The response to an ITK3 message: one outcome for each acknowledgement that its header asks for. */
final class ItkResponse {

    static final String EVENT = "ITK008M";

    private static final String EVENTS = "https://fhir.nhs.uk/STU3/CodeSystem/ITK-MessageEvent-2";
    private static final String CODES = "https://fhir.nhs.uk/STU3/CodeSystem/ITK-ResponseCodes-1";

    private ItkResponse() {}

    /** The letter is kept (20013), and the person is known here (30001); the same answer to the same message. */
    static Bundle accepted(MessageHeader asked, String id, String base, java.time.Instant at) {
        UUID own = UUID.nameUUIDFromBytes(("itk|" + id).getBytes(StandardCharsets.UTF_8));
        UUID outcomeId = UUID.nameUUIDFromBytes(("itk-outcome|" + id).getBytes(StandardCharsets.UTF_8));
        OperationOutcome outcome = new OperationOutcome();
        outcome.setId(outcomeId.toString());
        if (wants(asked, "InfAckRequested") || !wants(asked, "BusAckRequested")) {
            add(outcome, "20013", "Success");
        }
        if (wants(asked, "BusAckRequested")) {
            add(outcome, "30001", "Patient known here");
        }
        MessageHeader header = new MessageHeader();
        header.setId(own.toString());
        header.setEvent(new Coding(EVENTS, EVENT, "ITK Response"));
        header.getSource().setName("Homeward").setEndpoint(base + "/$process-message");
        header.addDestination().setEndpoint(asked.getSource().getEndpoint());
        header.getResponse()
                .setIdentifier(id)
                .setCode(ResponseType.OK)
                .setDetails(new Reference("urn:uuid:" + outcomeId));
        Bundle answer = new Bundle();
        answer.setType(BundleType.MESSAGE);
        answer.setId(own.toString());
        answer.setTimestamp(Date.from(at));
        answer.addEntry().setFullUrl("urn:uuid:" + own).setResource(header);
        answer.addEntry().setFullUrl("urn:uuid:" + outcomeId).setResource(outcome);
        return answer;
    }

    private static void add(OperationOutcome outcome, String code, String words) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .getDetails()
                .setText(words)
                .addCoding(new Coding(CODES, code, words));
    }

    /** What the handling specification of the header asks for. */
    private static boolean wants(MessageHeader header, String key) {
        return header.getExtension().stream()
                .flatMap(e -> e.getExtension().stream())
                .filter(e -> key.equals(e.getUrl()))
                .map(Extension::getValue)
                .anyMatch(v -> v instanceof BooleanType yes && Boolean.TRUE.equals(yes.getValue()));
    }
}
