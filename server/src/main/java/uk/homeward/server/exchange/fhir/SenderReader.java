package uk.homeward.server.exchange.fhir;

import static uk.homeward.server.exchange.fhir.PatientReader.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.place.OrganisationKind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PracticeCode;

/** Reads who asks: by organisation code where there is one, else by what the sender calls themselves. */
final class SenderReader {

    /** The kind of a sender who does not say what they are. */
    static final String OTHER = "other";

    private static final Map<String, List<String>> WORDS = words();

    private final Place place;
    private final Pointers pointers;

    SenderReader(Place place, Pointers pointers) {
        this.place = place;
        this.pointers = pointers;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("ambulance", List.of("ambulance", "paramedic", "999"));
        words.put("out-of-hours", List.of("111", "out of hours", "out-of-hours", "clinical assessment service"));
        words.put("care-home", List.of("care home", "nursing home", "residential home"));
        words.put("social-worker", List.of("social work", "council", "adult social"));
        words.put("community-nurse", List.of("district nurs", "community nurs", "community health", "community care"));
        words.put("hospital", List.of("hospital", "emergency department", "consultant", "ward"));
        words.put(
                "gp", List.of("general pract", "gp", "surgery", "medical centre", "medical practice", "health centre"));
        return words;
    }

    /**
     * @param requester the request's requester; may be empty
     * @param source the name of the sending system; may be blank
     */
    Sender read(Reference requester, String source) {
        Who who = new Who();
        who.collect(requester);
        String name = first(who.name, text(requester.getDisplay()), source, "Sender by FHIR");
        String organisation = first(who.organisation, source);
        return new Sender(
                kind(who, name + " " + organisation + " " + who.role + " " + source), organisation, name, who.contact);
    }

    private String kind(Who who, String said) {
        String byCode = byCode(who.ods);
        if (!byCode.isEmpty()) {
            return byCode;
        }
        String words = " " + said.toLowerCase(Locale.ROOT) + " ";
        return WORDS.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(word -> words.contains(word.equals("gp") ? " gp " : word)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    private String byCode(String ods) {
        if (ods.matches("[A-Z][0-9]{5}")
                && place.practices().find(PracticeCode.of(ods)).isPresent()) {
            return "gp";
        }
        return place.findOrganisationByOds(ods).map(o -> kind(o.kind())).orElse("");
    }

    private static String kind(OrganisationKind kind) {
        return switch (kind) {
            case ACUTE_TRUST, SPECIALIST_TRUST, MENTAL_HEALTH_TRUST -> "hospital";
            case COMMUNITY_TRUST -> "community-nurse";
            case GP_FEDERATION -> "gp";
            case COUNCIL -> "social-worker";
            case AMBULANCE -> "ambulance";
            case CARE_HOME_GROUP -> "care-home";
            case INTEGRATED_CARE_BOARD, POLICE, FIRE, HOUSING, VOLUNTARY, HOME_CARE_GROUP, SUPPLIER -> "";
        };
    }

    private static String first(String... candidates) {
        return Stream.of(candidates).filter(c -> !c.isBlank()).findFirst().orElse("");
    }

    /** What the requester, their role and their organisation say together. */
    private final class Who {

        private String name = "";
        private String role = "";
        private String organisation = "";
        private String ods = "";
        private String contact = "";

        void collect(Reference reference) {
            code(List.of(reference.getIdentifier()));
            pointers.find(reference).map(Pointers.Located::resource).ifPresent(this::collect);
        }

        private void collect(Resource resource) {
            if (resource instanceof PractitionerRole r) {
                role = r.getCode().stream().map(RequestReader::words).collect(Collectors.joining(" "));
                contact(r.getTelecom());
                collect(r.getPractitioner());
                collect(r.getOrganization());
            } else if (resource instanceof Practitioner p) {
                name = name(p.getNameFirstRep());
                contact(p.getTelecom());
            } else if (resource instanceof Organization o) {
                organisation = text(o.getName());
                code(o.getIdentifier());
                contact(o.getTelecom());
            }
        }

        private void code(List<Identifier> identifiers) {
            identifiers.stream()
                    .filter(i -> text(i.getSystem()).toLowerCase(Locale.ROOT).contains("ods-organization-code"))
                    .map(i -> text(i.getValue()).toUpperCase(Locale.ROOT))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .ifPresent(value -> ods = value);
        }

        private void contact(List<ContactPoint> telecom) {
            if (contact.isEmpty()) {
                contact = telecom.stream()
                        .map(t -> text(t.getValue()))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
            }
        }

        private static String name(HumanName name) {
            return name.hasText()
                    ? text(name.getText())
                    : (text(name.getPrefixAsSingleString()) + " " + text(name.getGivenAsSingleString()) + " "
                                    + text(name.getFamily()))
                            .replaceAll(" +", " ")
                            .strip();
        }
    }
}
