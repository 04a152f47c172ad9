package uk.homeward.server.record.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Position;

/**
 * The place's organisations and practices, and every place by one id: its sites and wards, and the postcode areas in whose
 * middle services are that are at none of them. The directory tells services.
 */
final class PlaceMapping {

    private static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";

    private PlaceMapping() {}

    static List<Organization> organisations(Place place) {
        List<Organization> all = new ArrayList<>();
        place.organisations().stream().forEach(o -> {
            Organization organisation = new Organization();
            organisation.setId(o.id().value());
            organisation.setActive(true).setName(o.title());
            if (o.ods() != null) {
                organisation.addIdentifier().setSystem(ODS).setValue(o.ods());
            }
            organisation.addType(JourneyMapping.text(
                    o.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
            all.add(organisation);
        });
        place.practices().stream().forEach(p -> {
            Organization practice = new Organization();
            practice.setId("practice-" + p.code().value());
            practice.setActive(true).setName(p.title());
            practice.addIdentifier().setSystem(ODS).setValue(p.code().value());
            practice.addType(JourneyMapping.text("general practice"));
            all.add(practice);
        });
        return all;
    }

    static List<Location> locations(Place place) {
        List<Location> all = new ArrayList<>();
        place.sites().stream().forEach(s -> {
            Location site = new Location();
            site.setId(s.id().value());
            site.setName(s.title()).setMode(LocationMode.INSTANCE);
            site.getAddress().setPostalCode(s.postcode()).setCountry("GB");
            position(site, s.position());
            site.setManagingOrganization(
                    new Reference("Organization/" + s.organisation().value()));
            all.add(site);
        });
        place.hospitalWards().stream().forEach(w -> {
            Location ward = new Location();
            ward.setId("ward-" + w.id().value());
            ward.setName(w.title()).setMode(LocationMode.INSTANCE);
            ward.addIdentifier().setValue(w.code());
            ward.setPartOf(new Reference("Location/" + w.site().value()));
            all.add(ward);
        });
        place.postalAreas().stream().forEach(a -> {
            Location area = new Location();
            area.setId(a.id());
            area.setName("Postcode area " + a.outward()).setMode(LocationMode.INSTANCE);
            area.getAddress().setPostalCode(a.outward()).setCountry("GB");
            position(area, a.middle());
            all.add(area);
        });
        return all;
    }

    private static void position(Location location, Position at) {
        location.getPosition().setLatitude(at.latitude()).setLongitude(at.longitude());
    }

    static String name(Resource resource) {
        return switch (resource) {
            case Organization o -> o.getName();
            case Location l -> l.getName();
            default -> "";
        };
    }

    static String identifier(Resource resource) {
        String value = switch (resource) {
            case Organization o -> o.getIdentifierFirstRep().getValue();
            case Location l -> l.getIdentifierFirstRep().getValue();
            default -> "";
        };
        return value == null ? "" : value;
    }
}
