package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.hl7.Received;

/** Understands a message as a letter about a person (ITK3 Transfer of Care), or tells everything that is wrong with it. */
@Component
class LetterReader {

    /** ITK3's events of documents: discharges of three kinds, and letters of clinics. */
    static final List<String> EVENTS = List.of("ITK003D", "ITK004D", "ITK005D", "ITK006D");

    private final FhirContext context;
    private final Place place;

    LetterReader(FhirContext context, Place place) {
        this.context = context;
        this.place = place;
    }

    /**
     * A letter as it was understood.
     *
     * @param id the message's id
     * @param document the document; its entries are kept
     * @param identity by what the sender knows the letter; the same identity is the same letter
     * @param at where the document's entries stand in the message
     */
    record Letter(String id, Bundle document, Composition composition, String identity, PersonTold person, String at) {}

    /**
     * @param oddities what was not as R4 says and does no harm is added here
     * @throws Faulty with everything that is wrong
     */
    Letter read(Received received, List<String> oddities) {
        Body body = Body.read(context, received.content());
        oddities.addAll(body.oddities());
        if (!(body.resource() instanceof Bundle message)) {
            throw new Faulty(
                    Faulty.UNREADABLE,
                    List.of(Finding.required("Bundle", "a message is expected here", "send a Bundle of type message")));
        }
        MessageHeader header = ReferralReader.header(message);
        String id = ReferralReader.messageId(message, header);
        Pointers.Located located = document(message, header);
        Bundle document = (Bundle) located.resource();
        List<Finding> findings = new ArrayList<>(body.findings());
        Composition composition = composition(document, located.element());
        PersonTold person = person(document, composition, located.element(), received, findings);
        if (id.isEmpty()) {
            findings.add(Finding.required(
                    "MessageHeader.id", "the message has no id", "send one; the same id is the same message"));
        }
        if (!findings.isEmpty()) {
            throw new Faulty(Faulty.UNUSABLE, findings);
        }
        String own = PatientReader.text(composition.getIdentifier().getValue());
        String bundle = PatientReader.text(document.getIdentifier().getValue());
        String identity = own.isEmpty() ? (bundle.isEmpty() ? id : bundle) : own;
        return new Letter(id, document, composition, identity, person, located.element());
    }

    /** The document to which the header points, the only one that there is, or the message itself where it holds one. */
    private static Pointers.Located document(Bundle message, MessageHeader header) {
        Pointers pointers = Pointers.within(message);
        Optional<Pointers.Located> pointed = header.getFocus().stream()
                .map(pointers::find)
                .flatMap(Optional::stream)
                .filter(l -> l.resource() instanceof Bundle)
                .findFirst();
        if (pointed.isPresent()) {
            return pointed.get();
        }
        for (int i = 0; i < message.getEntry().size(); i++) {
            if (message.getEntry().get(i).getResource() instanceof Bundle bundle) {
                return new Pointers.Located(bundle, "Bundle.entry[" + i + "].resource");
            }
        }
        return new Pointers.Located(message, "Bundle");
    }

    private static Composition composition(Bundle document, String at) {
        return document.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Composition.class::isInstance)
                .map(Composition.class::cast)
                .findFirst()
                .orElseThrow(() -> Faulty.unusable(Finding.required(
                        at + ".entry[0].resource",
                        "the message holds no document",
                        "put a Bundle of type document into an entry, its Composition first, and name it in focus")));
    }

    private PersonTold person(
            Bundle document, Composition composition, String at, Received received, List<Finding> findings) {
        Pointers pointers = Pointers.within(document);
        Optional<Pointers.Located> subject = pointers.find(composition.getSubject());
        if (subject.isEmpty() || !(subject.get().resource() instanceof Patient patient)) {
            findings.add(new Finding(
                    IssueType.REQUIRED,
                    at + ".entry[0].resource.subject",
                    "the document's subject leads to no Patient",
                    "put the Patient into the document and its fullUrl into Composition.subject"));
            return PersonTold.byId("", "");
        }
        String element = subject.get().element().replaceFirst("^Bundle", at);
        LocalDate today = LocalDate.ofInstant(received.at(), place.zone());
        return new PatientReader(place.zone(), today, findings).read(patient, element);
    }
}
