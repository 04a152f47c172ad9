package uk.homeward.server.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** One page that tells how the place is doing now. It holds counts and no names, so that everybody may see it. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class OverviewController {

    private static final long FRESH_NANOS = 1_000_000_000;

    private final NowReader reader;
    private final Place place;
    private final PlaceTime time;
    private @Nullable Now last;
    private long readAtNanos;

    OverviewController(NowReader reader, Place place, PlaceTime time) {
        this.reader = reader;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/overview")
    ModelAndView overview(User user) {
        Instant at = time.instant();
        Now now = now(at);
        return new ModelAndView("overview/overview")
                .addObject("now", now)
                .addObject("charts", new Charts(now, at.atZone(place.zone()).getHour()))
                .addObject("cares", user.may(Permission.READ_PERSON))
                .addObject("plans", user.may(Permission.PLAN_PLACE))
                .addObject("relieve", user.may(Permission.PLAN_PLACE) ? Pinch.pool(now.rooms(), at) : "");
    }

    /** Many look at once; what they see is at most one second old. */
    private synchronized Now now(Instant at) {
        Now known = last;
        if (known == null || System.nanoTime() - readAtNanos > FRESH_NANOS) {
            known = reader.read(at);
            last = known;
            readAtNanos = System.nanoTime();
        }
        return known;
    }
}
