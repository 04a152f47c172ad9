package uk.homeward.server.exchange.fhir;

import java.time.DayOfWeek;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.OpeningHours;
import uk.homeward.journey.place.PostalArea;
import uk.homeward.server.directory.DirectoryEntry;

/**
 * Writes entries of the directory as FHIR resources. A service, its location and who gives it share the entry's id; an
 * organisation that the place knows keeps its own id, and is told once.
 */
final class DirectoryWriter {

    private DirectoryWriter() {}

    static HealthcareService service(DirectoryEntry entry, boolean isPlaced, String organisation) {
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
        service.setAvailabilityExceptions(d.hours().isEmpty() ? null : d.hours());
        if (!d.opens().isEmpty()) {
            available(service, OpeningHours.of(d.opens()));
        }
        service.setProvidedBy(new Reference("Organization/" + organisation).setDisplay(giver(d)));
        if (isPlaced) {
            service.addLocation(new Reference("Location/" + entry.id()));
        }
        return service;
    }

    private static void available(HealthcareService service, OpeningHours opens) {
        HealthcareService.HealthcareServiceAvailableTimeComponent time = service.addAvailableTime();
        for (DayOfWeek day : opens.days().stream().sorted().toList()) {
            time.addDaysOfWeek(HealthcareService.DaysOfWeek.fromCode(
                    day.name().substring(0, 3).toLowerCase(Locale.ROOT)));
        }
        if (opens.isAlways()) {
            time.setAllDay(true);
        } else {
            time.setAvailableStartTime(opens.from() + ":00");
            time.setAvailableEndTime(opens.until().getHour() == 0 ? "23:59:59" : opens.until() + ":00");
        }
    }

    static Location location(DirectoryEntry entry, PostalArea area) {
        Location location = new Location();
        location.setId(entry.id());
        location.setStatus(
                entry.withdrawn().isEmpty() ? Location.LocationStatus.ACTIVE : Location.LocationStatus.INACTIVE);
        location.setName(entry.details().title());
        location.getAddress().setPostalCode(area.outward()).setCountry("GB");
        location.getPosition()
                .setLatitude(area.middle().latitude())
                .setLongitude(area.middle().longitude());
        return location;
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
