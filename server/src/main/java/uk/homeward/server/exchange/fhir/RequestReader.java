package uk.homeward.server.exchange.fhir;

import static uk.homeward.server.exchange.fhir.PatientReader.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import uk.homeward.journey.place.Place;

/** Reads a ServiceRequest: who needs help, who asks, why and how soon. */
final class RequestReader {

    private static final PersonTold NOBODY = PersonTold.byId("", "");

    private final SenderReader senders;
    private final Pointers pointers;
    private final PatientReader patients;
    private final List<Finding> findings;

    RequestReader(Place place, Pointers pointers, PatientReader patients, List<Finding> findings) {
        this.senders = new SenderReader(place, pointers);
        this.pointers = pointers;
        this.patients = patients;
        this.findings = findings;
    }

    /**
     * Reads a request; what is missing or wrong is added to the findings.
     *
     * @param source the name of the sending system, where the message tells it; blank otherwise
     */
    Referral read(ServiceRequest request, String element, String identity, String source) {
        boolean withdrawn = withdrawn(request, element);
        if (!request.hasIntent()) {
            findings.add(Finding.required(element + ".intent", "the intent is missing", "write order or plan"));
        }
        PersonTold person = person(request, element);
        String reason = reason(request);
        if (reason.isEmpty() && !withdrawn) {
            findings.add(Finding.required(
                    element + ".reasonCode",
                    "the reason for the referral is missing",
                    "write it as reasonCode.text, in plain words"));
        }
        return new Referral(
                identity, withdrawn, person, senders.read(request.getRequester(), source), reason, urgency(request));
    }

    private boolean withdrawn(ServiceRequest request, String element) {
        ServiceRequestStatus status = request.getStatus();
        if (status == ServiceRequestStatus.REVOKED || status == ServiceRequestStatus.ENTEREDINERROR) {
            return true;
        }
        if (status == null) {
            findings.add(Finding.required(element + ".status", "the status is missing", "write active"));
        } else if (status != ServiceRequestStatus.ACTIVE) {
            findings.add(Finding.value(
                    element + ".status",
                    "a referral with the status (" + status.toCode() + ") is not taken",
                    "send active to refer, revoked to withdraw"));
        }
        return false;
    }

    private PersonTold person(ServiceRequest request, String element) {
        String at = element + ".subject";
        if (!request.hasSubject()) {
            findings.add(Finding.required(
                    at, "the person is missing", "contain a Patient, or name the person by identifier"));
            return NOBODY;
        }
        Reference subject = request.getSubject();
        Optional<Pointers.Located> pointed = pointers.find(subject);
        if (pointed.isPresent() && pointed.get().resource() instanceof Patient patient) {
            return patients.read(patient, pointed.get().element());
        }
        if (subject.hasIdentifier() && PatientReader.isNhs(subject.getIdentifier())) {
            int before = findings.size();
            String number = patients.number(subject.getIdentifier(), at + ".identifier.value");
            if (number != null) {
                return PersonTold.byNumber(number, at);
            }
            if (findings.size() > before) {
                return NOBODY;
            }
        }
        String reference = text(subject.getReference());
        if (reference.matches("(https?://[^ ]*/)?Patient/[A-Za-z0-9.-]{1,64}")) {
            return PersonTold.byId(reference.substring(reference.lastIndexOf('/') + 1), at);
        }
        findings.add(Finding.required(
                at,
                "the subject leads to no person",
                "contain the Patient, send it in the bundle, or give the NHS number as identifier"));
        return NOBODY;
    }

    /** Every way in which R4 lets one say why, without repeating. */
    private String reason(ServiceRequest request) {
        Stream<String> conditions = request.getReasonReference().stream()
                .map(r -> pointers.find(r, Condition.class)
                        .map(c -> words(c.getCode()))
                        .orElse(text(r.getDisplay())));
        String reason = Stream.of(
                        request.getReasonCode().stream().map(RequestReader::words),
                        conditions,
                        Stream.of(words(request.getCode())),
                        request.getNote().stream().map(n -> text(n.getText())))
                .flatMap(s -> s)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(". "));
        return reason.isEmpty()
                ? request.getCategory().stream()
                        .map(RequestReader::words)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("")
                : reason;
    }

    static String words(CodeableConcept concept) {
        if (concept.hasText()) {
            return text(concept.getText());
        }
        return concept.getCoding().stream()
                .map(Coding::getDisplay)
                .filter(Objects::nonNull)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** Everything above routine is urgent: the place's triage decides, not the sender's shade of it. */
    private static String urgency(ServiceRequest request) {
        ServiceRequestPriority priority = request.getPriority();
        return priority == null || priority == ServiceRequestPriority.ROUTINE ? "routine" : "urgent";
    }
}
