package uk.homeward.server.exchange.fhir;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.server.directory.Directory.Where;
import uk.homeward.server.directory.DirectoryEntry;

/**
 * Writes entries of the directory as FHIR resources. A service has the entry's id, and so has who gives it, unless the place
 * knows that organisation: it keeps its own id, and is told once.
 */
final class DirectoryWriter {

    private DirectoryWriter() {}

    static HealthcareService service(
            DirectoryEntry entry, @Nullable Where where, String organisation, LocalDate today) {
        Details d = entry.details();
        HealthcareService service = new HealthcareService();
        service.setId(entry.id());
        service.getMeta().setLastUpdated(Date.from(entry.confirmedAt()));
        service.setActive(entry.withdrawn().isEmpty());
        service.setName(d.title());
        service.setComment(d.what());
        d.categories().forEach(c -> service.addCategory().setText(c));
        if (!d.audience().isEmpty()) {
            service.addEligibility().setComment(d.audience());
        }
        if (!d.notFor().isEmpty()) {
            service.addEligibility().setComment("Not for: " + d.notFor());
        }
        contacts(d).forEach(service::addTelecom);
        HoursWriter.write(service, entry, today);
        service.setProvidedBy(new Reference("Organization/" + organisation).setDisplay(giver(d)));
        if (where != null) {
            service.addLocation(new Reference("Location/" + where.id()).setDisplay(where.title()));
        }
        return service;
    }

    static Organization organisation(DirectoryEntry entry) {
        Organization organisation = new Organization();
        organisation.setId(entry.id());
        organisation.setActive(entry.withdrawn().isEmpty());
        organisation.setName(giver(entry.details()));
        contacts(entry.details()).forEach(organisation::addTelecom);
        return organisation;
    }

    private static String giver(Details d) {
        return d.organisation().isEmpty() ? d.title() : d.organisation();
    }

    private static List<ContactPoint> contacts(Details d) {
        return List.of(
                        contact(ContactPointSystem.PHONE, d.phone()),
                        contact(ContactPointSystem.EMAIL, d.email()),
                        contact(ContactPointSystem.URL, d.web()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ContactPoint> contact(ContactPointSystem system, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContactPoint().setSystem(system).setValue(value));
    }
}
