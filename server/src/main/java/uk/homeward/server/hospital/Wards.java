package uk.homeward.server.hospital;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.homeward.journey.Id;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Site;
import uk.homeward.journey.place.WardId;
import uk.homeward.journey.place.WardKind;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;

/** The acute wards of the place, and who may see which. */
@Component
public class Wards {

    static final Set<WardKind> ELSEWHERE =
            EnumSet.of(WardKind.ENABLEMENT, WardKind.ASSESSMENT, WardKind.EMERGENCY_DEPARTMENT);

    private final Place place;
    private final Permits permits;

    Wards(Place place, Permits permits) {
        this.place = place;
        this.permits = permits;
    }

    /** The acute wards that this user may see, by hospital. */
    List<HospitalWard> of(User user) {
        return place.hospitalWards().stream()
                .filter(ward -> !ELSEWHERE.contains(ward.kind()))
                .filter(ward -> permits.seesHospital(user, ward.site().value()))
                .toList();
    }

    /** The hospitals whose wards this user may see. */
    List<String> sites(User user) {
        return of(user).stream().map(ward -> ward.site().value()).distinct().toList();
    }

    Optional<HospitalWard> find(String ward) {
        return Id.WORDS.matcher(ward).matches() ? place.hospitalWards().find(new WardId(ward)) : Optional.empty();
    }

    /** What people call a ward: its name, then the hospital's. */
    public String title(String ward) {
        return find(ward).map(w -> w.title() + ", " + site(w.site().value())).orElse(ward);
    }

    /** A ward's name without the hospital's. */
    public String shortTitle(String ward) {
        return find(ward).map(HospitalWard::title).orElse(ward.isEmpty() ? "Ward not told" : ward);
    }

    /** The hospital's name. */
    public String site(String id) {
        return place.sites().stream()
                .filter(site -> site.id().value().equals(id))
                .map(Site::title)
                .findFirst()
                .orElse(id);
    }

    /** The organisation that runs a hospital; the hospital itself where the place does not know it. */
    String organisation(String site) {
        return place.sites().stream()
                .filter(s -> s.id().value().equals(site))
                .map(s -> s.organisation().value())
                .findFirst()
                .orElse(site);
    }
}
