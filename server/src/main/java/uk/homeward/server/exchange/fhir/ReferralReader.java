package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.hl7.Received;

/** Understands a body as a referral, or tells everything that is wrong with it. */
@Component
class ReferralReader {

    private static final String REQUEST_EVENT = "servicerequest-request";

    private final FhirContext context;
    private final Place place;

    ReferralReader(FhirContext context, Place place) {
        this.context = context;
        this.place = place;
    }

    Understanding read(Received received, Form form, Origin origin) {
        try {
            Body body = Body.read(context, received.content());
            return switch (form) {
                case REQUEST -> request(body, received, origin);
                case MESSAGE -> message(body, received, origin);
                case LETTER -> throw new IllegalArgumentException("a letter is no referral. Maybe: LetterReader");
            };
        } catch (Faulty faulty) {
            return Understanding.refused("", faulty);
        }
    }

    private Understanding request(Body body, Received received, Origin origin) {
        ServiceRequest request = expected(body, ServiceRequest.class);
        List<Finding> findings = new ArrayList<>(body.findings());
        String identity = identity(request, origin).orElseGet(() -> origin.organisation() + "|" + digest(received));
        RequestReader reader = reader(Pointers.within(request), received, findings);
        Referral referral = reader.read(request, "ServiceRequest", identity, "");
        return understood(identity, body, findings, referral);
    }

    private Understanding message(Body body, Received received, Origin origin) {
        Bundle bundle = expected(body, Bundle.class);
        MessageHeader header = header(bundle);
        String id = messageId(bundle, header);
        List<Finding> findings = new ArrayList<>(body.findings());
        try {
            checkEvent(header);
            Pointers pointers = Pointers.within(bundle);
            Pointers.Located focus = focus(bundle, header, pointers);
            ServiceRequest request = (ServiceRequest) focus.resource();
            String identity = identity(request, origin)
                    .or(() -> Optional.ofNullable(request.getIdElement().getIdPart())
                            .map(own -> "urn:ietf:rfc:3986|urn:uuid:" + own.replace("urn:uuid:", "")))
                    .orElse(origin.organisation() + "|" + (id.isBlank() ? digest(received) : id));
            Referral referral =
                    reader(pointers, received, findings).read(request, focus.element(), identity, sourceName(header));
            return understood(id.isBlank() ? identity : id, body, findings, referral);
        } catch (Faulty faulty) {
            findings.addAll(faulty.findings());
            return Understanding.refused(id, new Faulty(faulty.status(), findings));
        }
    }

    private RequestReader reader(Pointers pointers, Received received, List<Finding> findings) {
        LocalDate today = LocalDate.ofInstant(received.at(), place.zone());
        return new RequestReader(place, pointers, new PatientReader(place.zone(), today, findings), findings);
    }

    private static Understanding understood(String id, Body body, List<Finding> findings, Referral referral) {
        return findings.isEmpty()
                ? new Understanding(id, body.oddities(), null, referral)
                : Understanding.refused(id, new Faulty(Faulty.UNUSABLE, findings));
    }

    private static <T extends Resource> T expected(Body body, Class<T> type) {
        if (!type.isInstance(body.resource())) {
            throw new Faulty(
                    Faulty.UNREADABLE,
                    List.of(new Finding(
                            IssueType.INVALID,
                            body.resource().fhirType(),
                            "a " + type.getSimpleName() + " is expected here, not a "
                                    + body.resource().fhirType(),
                            "send the resource to the address of its type")));
        }
        return type.cast(body.resource());
    }

    static MessageHeader header(Bundle bundle) {
        if (bundle.getEntry().isEmpty() || !(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            throw new Faulty(
                    Faulty.UNREADABLE,
                    List.of(Finding.required(
                            "Bundle.entry[0].resource",
                            "a message begins with a MessageHeader",
                            "make the MessageHeader the first entry of a bundle of type message")));
        }
        return header;
    }

    /** The message's id: the bundle's identifier or id, else the header's id. */
    static String messageId(Bundle bundle, MessageHeader header) {
        String own = PatientReader.text(header.getIdElement().getIdPart());
        String id = PatientReader.text(bundle.getIdentifier().getValue());
        String bundleId = PatientReader.text(bundle.getIdElement().getIdPart());
        String first = own.isEmpty() ? id : own;
        return (first.isEmpty() ? bundleId : first).replace("urn:uuid:", "");
    }

    private static void checkEvent(MessageHeader header) {
        String event = PatientReader.text(header.getEventCoding().getCode());
        if (event.isEmpty()) {
            throw Faulty.unusable(Finding.required(
                    "MessageHeader.event", "the message does not say what happened", "write " + REQUEST_EVENT));
        }
        if (!event.equals(REQUEST_EVENT)) {
            throw Faulty.unusable(new Finding(
                    IssueType.NOTSUPPORTED,
                    "MessageHeader.event",
                    "this kind of message is not taken here",
                    "send " + REQUEST_EVENT + ", or a letter with one of " + LetterReader.EVENTS));
        }
    }

    /** The ServiceRequest that the header points to, or the only one that there is. */
    private static Pointers.Located focus(Bundle bundle, MessageHeader header, Pointers pointers) {
        Optional<Pointers.Located> pointed = header.getFocus().stream()
                .map(pointers::find)
                .flatMap(Optional::stream)
                .filter(located -> located.resource() instanceof ServiceRequest)
                .findFirst();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).getResource() instanceof ServiceRequest) {
                places.add(i);
            }
        }
        if (pointed.isEmpty() && places.size() != 1) {
            throw Faulty.unusable(Finding.required(
                    "MessageHeader.focus",
                    "the message holds (" + places.size() + ") ServiceRequests, and its focus names none of them",
                    "put the ServiceRequest into an entry and its fullUrl into focus"));
        }
        return pointed.orElseGet(() -> new Pointers.Located(
                bundle.getEntry().get(places.getFirst()).getResource(),
                "Bundle.entry[" + places.getFirst() + "].resource"));
    }

    private static String sourceName(MessageHeader header) {
        String name = PatientReader.text(header.getSource().getName());
        Reference sender = header.getSender();
        return name.isEmpty() ? PatientReader.text(sender.getDisplay()) : name;
    }

    private static Optional<String> identity(ServiceRequest request, Origin origin) {
        return request.getIdentifier().stream()
                .filter(i -> i.hasValue())
                .map(i -> identity(i.getSystem(), i.getValue(), origin))
                .findFirst();
    }

    /** A referral's identity by its identifier; one without a naming system is the sender's own. */
    static String identity(@org.jspecify.annotations.Nullable String system, String value, Origin origin) {
        String named = PatientReader.text(system);
        return (named.isEmpty() ? origin.organisation() : named) + "|" + value.strip();
    }

    private static String digest(Received received) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(received.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
