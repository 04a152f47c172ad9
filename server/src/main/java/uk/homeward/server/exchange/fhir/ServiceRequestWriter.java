package uk.homeward.server.exchange.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;

/** Writes a journey as the referral that began it, with where it stands now. */
final class ServiceRequestWriter {

    private ServiceRequestWriter() {}

    static ServiceRequest write(Journey journey) {
        ServiceRequest request = new ServiceRequest();
        request.setId(journey.id());
        request.getMeta()
                .setVersionId(Integer.toString(journey.version()))
                .setLastUpdated(Date.from(journey.history().events().getLast().recordedAt()));
        String identity = journey.attributes().getOrDefault("referral", "");
        int bar = identity.lastIndexOf('|');
        if (bar >= 0) {
            request.addIdentifier().setSystem(identity.substring(0, bar)).setValue(identity.substring(bar + 1));
        }
        request.setStatus(status(journey.state()));
        request.setIntent(ServiceRequestIntent.ORDER);
        request.setPriority(
                "urgent".equals(journey.attributes().get("urgency"))
                        ? ServiceRequestPriority.URGENT
                        : ServiceRequestPriority.ROUTINE);
        request.setSubject(new Reference("Patient/" + journey.person()));
        request.setAuthoredOn(Date.from(journey.openedAt()));
        Sender sender = journey.opening().sender();
        request.setRequester(new Reference()
                .setDisplay(
                        sender.organisation().isBlank()
                                ? sender.name()
                                : sender.name() + ", " + sender.organisation()));
        request.addReasonCode().setText(journey.opening().reason());
        request.addNote().setText(stands(journey));
        return request;
    }

    static ServiceRequestStatus status(State state) {
        return switch (state) {
            case State.Referred s -> ServiceRequestStatus.ACTIVE;
            case State.AwaitingInformation s -> ServiceRequestStatus.ONHOLD;
            case State.Declined s -> ServiceRequestStatus.REVOKED;
            case State.Withdrawn s -> ServiceRequestStatus.REVOKED;
            case State.Waiting s -> ServiceRequestStatus.ACTIVE;
            case State.InStep s -> ServiceRequestStatus.ACTIVE;
            case State.Deciding s -> ServiceRequestStatus.ACTIVE;
            case State.Ended s -> ServiceRequestStatus.COMPLETED;
        };
    }

    /** Where the journey stands, in words for the sender. */
    private static String stands(Journey journey) {
        return switch (journey.state()) {
            case State.Referred s -> "Received; nobody has answered yet.";
            case State.AwaitingInformation s -> "We need to know more: " + s.question();
            case State.Declined s -> "Declined (" + s.reasonCode() + "): " + s.advice();
            case State.Withdrawn s -> "Withdrawn: " + s.reason();
            case State.Waiting s ->
                "Accepted; waits for: " + journey.pathway().get(s.step()).title();
            case State.InStep s -> "Now: " + journey.pathway().get(s.step()).title();
            case State.Deciding s ->
                "Being decided: " + journey.pathway().get(s.decision()).title();
            case State.Ended s -> "Ended: " + journey.pathway().get(s.exit()).title();
        };
    }
}
