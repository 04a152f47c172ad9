package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.person.NhsNumber;

/** Reads who a Patient is. */
final class PatientReader {

    /** The naming system of NHS numbers. */
    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    private static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";

    private final ZoneId zone;
    private final LocalDate today;
    private final List<Finding> findings;

    PatientReader(ZoneId zone, LocalDate today, List<Finding> findings) {
        this.zone = zone;
        this.today = today;
        this.findings = findings;
    }

    PersonTold read(Patient patient, String element) {
        HumanName name = patient.getName().stream()
                .filter(n -> n.getUse() != HumanName.NameUse.OLD)
                .findFirst()
                .orElseGet(HumanName::new);
        Address address = patient.getAddress().stream()
                .filter(a -> a.getUse() != Address.AddressUse.OLD)
                .findFirst()
                .orElseGet(Address::new);
        return new PersonTold(
                null,
                number(patient.getIdentifier(), element),
                text(name.getFamily()),
                name.getGiven().stream().map(PrimitiveType::getValue).collect(Collectors.joining(" ")),
                born(patient, element),
                patient.getGender() == null ? "unknown" : patient.getGender().toCode(),
                lines(address),
                text(address.getPostalCode()),
                phone(patient.getTelecom()),
                practice(patient.getGeneralPractitioner()),
                language(patient),
                element);
    }

    /** The NHS number among these; one that cannot be somebody's own is a finding. */
    private @Nullable String number(List<Identifier> identifiers, String element) {
        for (int i = 0; i < identifiers.size(); i++) {
            if (isNhs(identifiers.get(i))) {
                return number(identifiers.get(i), element + ".identifier[" + i + "].value");
            }
        }
        return null;
    }

    @Nullable
    String number(Identifier identifier, String element) {
        String value = text(identifier.getValue());
        if (value.isEmpty()) {
            return null;
        }
        if (!NhsNumber.isValid(value)) {
            findings.add(Finding.value(
                    element, "the NHS number is not valid", "check its ten digits; the last one checks the others"));
            return null;
        }
        NhsNumber number = NhsNumber.of(value);
        if (number.isDummy()) {
            findings.add(Finding.value(
                    element, "the NHS number stands for 'not known'", "leave it out, and send name and date of birth"));
            return null;
        }
        return number.value();
    }

    static boolean isNhs(Identifier identifier) {
        return text(identifier.getSystem()).toLowerCase(Locale.ROOT).endsWith("/nhs-number");
    }

    private @Nullable LocalDate born(Patient patient, String element) {
        if (!patient.hasBirthDate()) {
            return null;
        }
        if (patient.getBirthDateElement().getPrecision() != TemporalPrecisionEnum.DAY) {
            findings.add(Finding.value(
                    element + ".birthDate", "the date of birth is not a whole date", "write it as 1940-05-17"));
            return null;
        }
        LocalDate born = LocalDate.parse(patient.getBirthDateElement().getValueAsString());
        if (born.isAfter(today)) {
            findings.add(Finding.value(
                    element + ".birthDate", "the date of birth lies in the future", "check the year (" + zone + ")"));
            return null;
        }
        return born;
    }

    private static String lines(Address address) {
        String lines = address.getLine().stream()
                .map(PrimitiveType::getValue)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining(", "));
        return lines.isEmpty() ? text(address.getText()) : joined(lines, text(address.getCity()));
    }

    private static String joined(String lines, String city) {
        return city.isEmpty() ? lines : lines + ", " + city;
    }

    private static String phone(List<ContactPoint> telecom) {
        return telecom.stream()
                .filter(t -> t.getSystem() == ContactPointSystem.PHONE)
                .map(t -> text(t.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String practice(List<Reference> practitioners) {
        return practitioners.stream()
                .map(Reference::getIdentifier)
                .filter(i -> ODS.equals(i.getSystem()))
                .map(i -> text(i.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String language(Patient patient) {
        return patient.getCommunication().stream()
                .map(c -> c.getLanguage())
                .map(l -> l.hasText() ? l.getText() : text(l.getCodingFirstRep().getDisplay()))
                .findFirst()
                .orElse("");
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
