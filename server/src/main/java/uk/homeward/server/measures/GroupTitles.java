package uk.homeward.server.measures;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.person.Plain;

/** Groups of a split in the words of the place: localities, sites, organisations and units by their titles. */
@Component
public class GroupTitles {

    private final Map<String, String> titles = new HashMap<>();

    GroupTitles(Place place) {
        place.localities().list().forEach(l -> titles.put("locality/" + l.id().value(), l.title()));
        place.sites().list().forEach(s -> titles.put("site/" + s.id().value(), s.title()));
        place.organisations().list().forEach(o -> titles.put("organisation/" + o.id().value(), o.title()));
        place.pools().list().forEach(p -> titles.put("unit/" + p.id().value(), p.title()));
        place.delayCauses().list().forEach(c -> titles.put("cause/" + c.id().value(), c.title()));
    }

    public String of(@Nullable String by, @Nullable String group) {
        if (group == null) {
            return "";
        }
        String known = titles.get(by + "/" + group);
        return known == null ? Plain.title(group) : known;
    }
}
