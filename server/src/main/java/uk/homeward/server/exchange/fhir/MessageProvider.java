package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.outgoing.Acknowledgements;
import uk.homeward.server.time.PlaceTime;

/** Messages: referrals of the booking and referral standard, letters of ITK3, and responses to what was sent from here. */
@Component
public class MessageProvider {

    private static final List<String> RESPONSES = List.of(ItkResponse.EVENT, "servicerequest-response");

    private final Referrals referrals;
    private final FhirContext context;
    private final PlaceTime time;
    private final LettersIn letters;
    private final Acknowledgements acknowledgements;

    MessageProvider(
            Referrals referrals,
            LettersIn letters,
            Acknowledgements acknowledgements,
            FhirContext context,
            PlaceTime time) {
        this.referrals = referrals;
        this.letters = letters;
        this.acknowledgements = acknowledgements;
        this.context = context;
        this.time = time;
    }

    /**
     * Takes a message; the answer is a message, the same for the same message. The framework reads nothing of it, so that what
     * cannot be read is kept too.
     */
    @Operation(name = "$process-message", manualRequest = true)
    public Bundle process(RequestDetails request) {
        Received received = ServiceRequestProvider.received(request, time);
        Origin origin = Origin.of(Caller.get());
        try {
            Bundle message = message(received);
            String event = event(message);
            if (LetterReader.EVENTS.contains(event)) {
                LetterReader.Letter letter = letters.receive(received, origin, null);
                return ItkResponse.accepted(
                        ReferralReader.header(message), letter.id(), request.getFhirServerBase(), received.at());
            }
            if (RESPONSES.contains(event)) {
                return responded(message, request.getFhirServerBase(), received);
            }
            Journey journey = referrals.receive(received, Form.MESSAGE, origin, null);
            return answer(message, journey, request.getFhirServerBase());
        } catch (Faulty faulty) {
            throw Outcomes.of(faulty);
        }
    }

    /** The message, to see what it is for; empty where it cannot be read, which is told by whoever keeps it. */
    private Bundle message(Received received) {
        try {
            return Body.read(context, received.content()).resource() instanceof Bundle bundle ? bundle : new Bundle();
        } catch (Faulty unreadable) {
            return new Bundle();
        }
    }

    private static String event(Bundle message) {
        return message.getEntryFirstRep().getResource() instanceof MessageHeader header
                ? PatientReader.text(header.getEventCoding().getCode())
                : "";
    }

    /** A receiver answers later what Homeward sent: it is noted with what was sent. */
    private Bundle responded(Bundle message, String base, Received received) {
        MessageHeader header = ReferralReader.header(message);
        String id = PatientReader.text(header.getResponse().getIdentifier()).replace("urn:uuid:", "");
        if (id.isEmpty() || header.getResponse().getCode() == null) {
            throw Faulty.unusable(Finding.required(
                    "MessageHeader.response",
                    "the response does not say to which message, or whether it is accepted",
                    "send response.identifier and response.code"));
        }
        String words = message.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .flatMap(o -> o.getIssue().stream())
                .map(i -> (PatientReader.text(i.getDetails().getCodingFirstRep().getCode()) + " "
                                + PatientReader.text(i.getDetails().getText()) + " "
                                + PatientReader.text(i.getDiagnostics()))
                        .strip())
                .collect(Collectors.joining("; "));
        boolean yes = header.getResponse().getCode() == ResponseType.OK;
        if (!acknowledgements.keep(
                id, yes, words.isBlank() ? header.getResponse().getCode().toCode() : words)) {
            throw Faulty.unusable(new Finding(
                    IssueType.NOTFOUND,
                    "MessageHeader.response.identifier",
                    "no message with this id was sent from here",
                    "send the id of the message's MessageHeader"));
        }
        return ItkResponse.accepted(header, ReferralReader.messageId(message, header), base, received.at());
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
