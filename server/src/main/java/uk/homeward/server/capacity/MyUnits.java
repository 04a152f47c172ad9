package uk.homeward.server.capacity;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/** The units of somebody's organisation. */
@Component
class MyUnits {

    static final int MOST = 60;

    private final UnitsNow units;
    private final UnitDesk desk;
    private final PlaceTime time;

    MyUnits(UnitsNow units, UnitDesk desk, PlaceTime time) {
        this.units = units;
        this.desk = desk;
        this.time = time;
    }

    /** Those whose title has the words, the one that was confirmed longest ago first. */
    List<UnitLine> of(User user, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return units.ofOrganisation(user.organisation()).stream()
                .filter(u -> u.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    int confirm(User user) {
        List<UnitLine> own = units.ofOrganisation(user.organisation());
        own.forEach(u -> desk.tell(
                List.of(new PoolEvent.NothingChanged(PoolId.of(u.pool()), u.unit())),
                time.instant(),
                user.actor(),
                null));
        return own.size();
    }
}
