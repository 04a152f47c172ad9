package uk.homeward.server.exchange.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import uk.homeward.server.person.PersonCard;

/** Writes who somebody is. */
public final class PatientWriter {

    private PatientWriter() {}

    public static Patient write(PersonCard card) {
        Patient patient = new Patient();
        patient.setId(card.id());
        patient.getMeta().setVersionId(Integer.toString(card.version()));
        if (card.nhsNumber() != null) {
            patient.addIdentifier().setSystem(PatientReader.NHS_NUMBER).setValue(card.nhsNumber());
        }
        patient.setActive(card.mergedInto() == null);
        patient.addName().setFamily(card.family()).addGiven(card.given());
        patient.setGender(gender(card.sex()));
        if (card.born() != null) {
            patient.setBirthDateElement(new DateType(card.born().toString()));
        }
        if (card.diedAt() != null) {
            patient.setDeceased(new DateTimeType(Date.from(card.diedAt())));
        }
        if (!card.address().isBlank() || !card.postcode().isBlank()) {
            patient.addAddress().addLine(card.address()).setPostalCode(card.postcode());
        }
        if (!card.phone().isBlank()) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(card.phone());
        }
        if (!card.practice().isBlank()) {
            Reference practice = new Reference();
            practice.getIdentifier()
                    .setSystem("https://fhir.nhs.uk/Id/ods-organization-code")
                    .setValue(card.practice());
            patient.addGeneralPractitioner(practice);
        }
        if (!card.language().isBlank()) {
            patient.addCommunication().getLanguage().setText(card.language());
        }
        if (card.mergedInto() != null) {
            patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + card.mergedInto()));
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
}
