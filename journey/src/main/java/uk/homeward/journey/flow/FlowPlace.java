package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import uk.homeward.journey.place.Catalogue;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.WardKind;

/**
 * What of a place stays are judged by.
 *
 * @param lounges the wards in which people only wait to leave
 */
public record FlowPlace(ZoneId zone, Catalogue<CauseId, DelayCause> causes, Criteria criteria, Set<String> lounges) {

    public FlowPlace {
        lounges = Set.copyOf(lounges);
    }

    public static FlowPlace of(Place place, Criteria criteria) {
        Set<String> lounges = place.hospitalWards().stream()
                .filter(ward -> ward.kind() == WardKind.DISCHARGE_LOUNGE)
                .map(HospitalWard::id)
                .map(id -> id.value())
                .collect(Collectors.toSet());
        return new FlowPlace(place.zone(), place.delayCauses(), criteria, lounges);
    }

    /** The local day of a moment. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** An hour of a local day. */
    public Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
