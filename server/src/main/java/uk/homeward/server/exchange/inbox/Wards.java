package uk.homeward.server.exchange.inbox;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.Id;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.SiteId;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.Visit;

/** Names locations in hospital messages as this place names them. */
final class Wards {

    private final Place place;

    Wards(Place place) {
        this.place = place;
    }

    /** The site of a visit; where the profile maps none, the hospital as the sender names it. */
    String site(AdtMessage message, @Nullable Visit visit) {
        for (Location location : known(visit)) {
            if (!location.site().isBlank()) {
                return location.site();
            }
        }
        for (Location location : known(visit)) {
            if (!location.facility().isBlank()) {
                return location.facility();
            }
        }
        String facility = message.envelope().sender().facility();
        return facility.isBlank() ? "unknown" : facility;
    }

    private static Location[] known(@Nullable Visit visit) {
        return visit == null
                ? new Location[0]
                : Stream.of(visit.at(), visit.prior())
                        .filter(java.util.Objects::nonNull)
                        .toArray(Location[]::new);
    }

    /**
     * A location as stays keep it: the ward's id in this place (or the sender's code, where the place has no such ward),
     * then room and bed if they were sent, joined by slashes, such as {@code qehb-medical-ward-1/A/3}.
     */
    String place(String site, Location location) {
        String ward = Id.WORDS.matcher(site).matches()
                ? place.findWard(new SiteId(site), location.ward())
                        .map(HospitalWard::id)
                        .map(Id::value)
                        .orElse(location.ward())
                : location.ward();
        return Stream.of(ward, location.room(), location.bed())
                .filter(part -> !part.isBlank())
                .map(part -> part.replace('/', ' '))
                .collect(Collectors.joining("/"));
    }
}
