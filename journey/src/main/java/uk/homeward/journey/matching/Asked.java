package uk.homeward.journey.matching;

import java.util.Set;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.place.ProviderKind;

/**
 * What a place is asked for.
 *
 * @param setting the kind of care that is looked at now: what was recommended, or what the person prefers
 * @param declinedBy providers that said no since the need was last described
 */
public record Asked(Wanted wanted, ProviderKind setting, Set<String> declinedBy) {

    public Asked {
        declinedBy = Set.copyOf(declinedBy);
    }

    public static Asked of(Wanted wanted) {
        return new Asked(wanted, wanted.setting(), Set.of());
    }

    boolean isUsual(CareService service) {
        return service.id().equals(wanted.usual());
    }
}
