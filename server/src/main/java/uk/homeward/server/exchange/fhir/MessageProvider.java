package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.time.PlaceTime;

/** Referrals as messages of the NHS booking and referral standard. */
@Component
public class MessageProvider {

    private final Referrals referrals;
    private final FhirContext context;
    private final PlaceTime time;

    MessageProvider(Referrals referrals, FhirContext context, PlaceTime time) {
        this.referrals = referrals;
        this.context = context;
        this.time = time;
    }

    /** Takes a message; the answer is a message, the same for the same message. */
    @Operation(name = "$process-message")
    public Bundle process(@ResourceParam Bundle unread, RequestDetails request) {
        Received received = ServiceRequestProvider.received(request, time);
        try {
            Journey journey = referrals.receive(received, Form.MESSAGE, Origin.of(Caller.get()), null);
            Bundle message = (Bundle) Body.read(context, received.content()).resource();
            return answer(message, journey, request.getFhirServerBase());
        } catch (Faulty faulty) {
            throw Outcomes.of(faulty);
        }
    }

    private static Bundle answer(Bundle message, Journey journey, String base) {
        MessageHeader asked = ReferralReader.header(message);
        String id = ReferralReader.messageId(message, asked);
        UUID own = UUID.nameUUIDFromBytes(("answer|" + id + "|" + journey.id()).getBytes(StandardCharsets.UTF_8));
        MessageHeader header = new MessageHeader();
        header.setId(own.toString());
        header.setEvent(new Coding()
                .setSystem("https://fhir.nhs.uk/CodeSystem/message-events-bars")
                .setCode("servicerequest-response"));
        header.getSource().setName("Homeward").setEndpoint(base + "/$process-message");
        header.addDestination().setEndpoint(asked.getSource().getEndpoint());
        header.getResponse().setIdentifier(id).setCode(ResponseType.OK);
        ServiceRequest request = ServiceRequestWriter.write(journey);
        header.addFocus(new Reference("ServiceRequest/" + journey.id()));
        Bundle answer = new Bundle();
        answer.setType(BundleType.MESSAGE);
        answer.setId(own.toString());
        answer.setTimestamp(Date.from(journey.openedAt()));
        answer.addEntry().setFullUrl("urn:uuid:" + own).setResource(header);
        answer.addEntry().setFullUrl(base + "/ServiceRequest/" + journey.id()).setResource(request);
        return answer;
    }
}
