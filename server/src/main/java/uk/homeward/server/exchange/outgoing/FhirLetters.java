package uk.homeward.server.exchange.outgoing;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.preferences.Decision;
import uk.homeward.journey.spell.Spell;
import uk.homeward.server.person.PersonCard;

/** Writes what is told as FHIR messages: a discharge as an ITK3 Transfer of Care document, a referral as BaRS has it. */
final class FhirLetters {

    /** ITK3's event of an inpatient discharge, and of the response. */
    static final String DISCHARGED = "ITK003D";

    private static final String ITK_EVENTS = "https://fhir.nhs.uk/STU3/CodeSystem/ITK-MessageEvent-2";
    private static final String HANDLING =
            "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-ITK-MessageHandling-2";
    private static final String BARS_EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    private static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private final FhirContext context;
    private final Letters letters;

    FhirLetters(FhirContext context, Letters letters) {
        this.context = context;
        this.letters = letters;
    }

    byte[] discharge(Told told, Subscriber.Fhir to) {
        UUID id = told.id(Kind.DISCHARGE);
        Bundle document = document(told);
        Bundle message = new Bundle();
        message.setId(id.toString());
        message.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
        message.setType(BundleType.MESSAGE);
        message.setTimestamp(Date.from(told.at()));
        MessageHeader header = header(told, id, to, new Coding(ITK_EVENTS, DISCHARGED, "ITK eDischarge"));
        header.addExtension(handling());
        header.addFocus(new Reference(urn(document.getId())));
        add(message, id.toString(), header);
        add(message, document.getId(), document);
        return bytes(message);
    }

    private static Extension handling() {
        Extension handling = new Extension(HANDLING);
        handling.addExtension(new Extension("BusAckRequested", new BooleanType(true)));
        handling.addExtension(new Extension("InfAckRequested", new BooleanType(true)));
        handling.addExtension(new Extension(
                "RecipientType",
                new Coding("https://fhir.nhs.uk/STU3/CodeSystem/ITK-RecipientType-1", "FA", "For Action")));
        handling.addExtension(new Extension(
                "MessageDefinition",
                new Reference("https://fhir.nhs.uk/STU3/MessageDefinition/ITK-EDIS-MessageDefinition-1")));
        handling.addExtension(new Extension("SenderReference", new StringType("None")));
        return handling;
    }

    /** The document: its first entry is the composition, and nothing in it leads outside. */
    private Bundle document(Told told) {
        UUID id = part(told, "document");
        Bundle document = new Bundle();
        document.setId(id.toString());
        document.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
        document.setType(BundleType.DOCUMENT);
        document.setTimestamp(Date.from(told.at()));
        String patient = part(told, "patient").toString();
        String sender = part(told, "sender").toString();
        String stay = part(told, "stay").toString();
        Composition letter = new Composition();
        letter.setId(part(told, "composition").toString());
        letter.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + letter.getId());
        letter.setStatus(CompositionStatus.FINAL);
        letter.setType(new CodeableConcept(new Coding("http://snomed.info/sct", "373942005", "Discharge summary")));
        letter.setSubject(new Reference(urn(patient)));
        letter.setDate(Date.from(told.at()));
        letter.addAuthor(new Reference(urn(sender)));
        letter.setCustodian(new Reference(urn(sender)));
        letter.setTitle("Discharge from " + (told.site().isBlank() ? "hospital" : told.site()));
        List<Consent> decisions = decisions(told, patient);
        for (Letters.Section section : letters.discharge(told)) {
            Composition.SectionComponent written = letter.addSection().setTitle(section.title());
            written.getText().setStatus(NarrativeStatus.GENERATED);
            written.getText().setDivAsString(div(section.lines()));
        }
        decisions.forEach(d -> letter.getSectionFirstRep().addEntry(new Reference(urn(d.getId()))));
        add(document, letter.getId(), letter);
        add(document, patient, patient(told.card(), patient));
        add(document, sender, organisation(told, sender));
        if (told.stay() != null) {
            letter.setEncounter(new Reference(urn(stay)));
            add(document, stay, encounter(told, told.stay(), stay, patient));
        }
        decisions.forEach(d -> add(document, d.getId(), d));
        return document;
    }

    private static String div(List<String> lines) {
        StringBuilder html = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\"><ul>");
        lines.forEach(line -> html.append("<li>")
                .append(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</li>"));
        return html.append("</ul></div>").toString();
    }

    /** A referral onward: the person begins what somebody else gives. */
    byte[] referral(Told told, Journey journey, String step, Subscriber.Fhir to) {
        UUID id = told.id(Kind.REFERRAL);
        String patient = part(told, "referred").toString();
        String sender = part(told, "referrer").toString();
        UUID request = part(told, "request");
        Bundle message = new Bundle();
        message.setId(id.toString());
        message.setType(BundleType.MESSAGE);
        message.setTimestamp(Date.from(told.at()));
        MessageHeader header =
                header(told, id, to, new Coding(BARS_EVENTS, "servicerequest-request", "ServiceRequest Request"));
        header.getReason().addCoding(new Coding("https://fhir.nhs.uk/CodeSystem/message-reason-bars", "new", "New"));
        header.setSender(new Reference(urn(sender)));
        header.addFocus(new Reference(urn(request.toString())));
        ServiceRequest referral = new ServiceRequest();
        referral.setId(request.toString());
        referral.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + request);
        referral.setStatus(ServiceRequestStatus.ACTIVE);
        referral.setIntent(ServiceRequestIntent.PLAN);
        referral.addCategory()
                .addCoding(new Coding(
                        "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest",
                        "referral",
                        "Transfer of Care"));
        referral.setPriority(
                "urgent".equals(journey.attributes().get("urgency"))
                        ? ServiceRequestPriority.URGENT
                        : ServiceRequestPriority.ROUTINE);
        referral.getCode().setText(step);
        referral.setSubject(new Reference(urn(patient)));
        referral.setAuthoredOn(Date.from(told.at()));
        referral.setRequester(new Reference(urn(sender)));
        referral.addReasonCode().setText(journey.opening().reason());
        told.decisionLines().forEach(line -> referral.addNote().setText("Decisions about care: " + line));
        add(message, id.toString(), header);
        add(message, request.toString(), referral);
        add(message, patient, patient(told.card(), patient));
        add(message, sender, organisation(told, sender));
        for (Consent decision : decisions(told, patient)) {
            referral.addSupportingInfo(new Reference(urn(decision.getId())));
            add(message, decision.getId(), decision);
        }
        return bytes(message);
    }

    private static MessageHeader header(Told told, UUID id, Subscriber.Fhir to, Coding event) {
        MessageHeader header = new MessageHeader();
        header.setId(id.toString());
        header.setEvent(event);
        header.getSource().setName("Homeward").setEndpoint("urn:homeward:" + told.organisation());
        header.addDestination().setEndpoint(to.base() + "/$process-message");
        return header;
    }

    private static Patient patient(PersonCard card, String id) {
        Patient patient = new Patient();
        patient.setId(id);
        if (card.nhsNumber() != null) {
            patient.addIdentifier().setSystem(NHS_NUMBER).setValue(card.nhsNumber());
        }
        patient.addIdentifier().setSystem("urn:homeward:person").setValue(card.id());
        patient.addName().setFamily(card.family()).addGiven(card.given());
        patient.setGender(gender(card.sex()));
        if (card.born() != null) {
            patient.setBirthDateElement(new DateType(card.born().toString()));
        }
        if (!card.address().isBlank() || !card.postcode().isBlank()) {
            patient.addAddress().addLine(card.address()).setPostalCode(card.postcode());
        }
        if (!card.practice().isBlank()) {
            Reference practice = new Reference();
            practice.getIdentifier().setSystem(ODS).setValue(card.practice());
            patient.addGeneralPractitioner(practice);
        }
        return patient;
    }

    private static AdministrativeGender gender(String sex) {
        return switch (sex) {
            case "female" -> AdministrativeGender.FEMALE;
            case "male" -> AdministrativeGender.MALE;
            case "other" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }

    private static Organization organisation(Told told, String id) {
        Organization organisation = new Organization();
        organisation.setId(id);
        organisation.setName(told.site().isBlank() ? told.organisation() : told.site());
        return organisation;
    }

    private static Encounter encounter(Told told, Spell stay, String id, String patient) {
        Encounter encounter = new Encounter();
        encounter.setId(id);
        encounter.setStatus(EncounterStatus.FINISHED);
        encounter.setClass_(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IMP", "inpatient encounter"));
        encounter.setSubject(new Reference(urn(patient)));
        @Nullable Instant from = stay.arrivedAt() == null ? stay.admittedAt() : stay.arrivedAt();
        if (from != null && !from.isAfter(told.at())) {
            encounter.getPeriod().setStart(Date.from(from));
        }
        encounter.getPeriod().setEnd(Date.from(told.at()));
        if (!stay.reason().isBlank()) {
            encounter.addReasonCode().setText(stay.reason());
        }
        encounter.getServiceProvider().setDisplay(told.site());
        return encounter;
    }

    /** Each decision that holds, as an advance care directive with its sentence. */
    private static List<Consent> decisions(Told told, String patient) {
        List<Consent> all = new java.util.ArrayList<>();
        for (int i = 0; i < told.decisions().size(); i++) {
            Decision d = told.decisions().get(i);
            Consent consent = new Consent();
            consent.setId(part(told, "decision-" + i).toString());
            consent.setStatus(d.isEndorsed() ? ConsentState.ACTIVE : ConsentState.PROPOSED);
            consent.getScope()
                    .addCoding(new Coding(
                            "http://terminology.hl7.org/CodeSystem/consentscope", "adr", "Advanced Care Directive"));
            consent.addCategory()
                    .addCoding(new Coding("http://loinc.org", "42348-3", "Advance directives"))
                    .setText(d.kind().title());
            consent.setPatient(new Reference(urn(patient)));
            consent.setDateTime(Date.from(d.at()));
            consent.getPolicyRule().setText(told.sentences().get(i));
            all.add(consent);
        }
        return all;
    }

    private static UUID part(Told told, String part) {
        return UUID.nameUUIDFromBytes((part + "|" + told.key()).getBytes(StandardCharsets.UTF_8));
    }

    private static String urn(String id) {
        return "urn:uuid:" + id;
    }

    private static void add(Bundle bundle, String id, Resource resource) {
        bundle.addEntry().setFullUrl(urn(id)).setResource(resource);
    }

    private byte[] bytes(Bundle bundle) {
        return context.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }
}
