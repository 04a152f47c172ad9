package uk.homeward.server.frontdoor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.response.JourneyPages;
import uk.homeward.server.response.JourneyView;
import uk.homeward.server.response.Reply;
import uk.homeward.server.response.Stops;
import uk.homeward.server.response.WorkQuery;
import uk.homeward.server.time.PlaceTime;

/** The list on which everything comes in, and the page of one referral. */
@Needs(Permission.READ_REFERRALS)
@Controller
class FrontDoorController {

    private final Incoming incoming;
    private final Doors doors;
    private final Duplicates duplicates;
    private final JourneyPages pages;
    private final Stops stops;
    private final Place place;
    private final PlaceTime time;

    FrontDoorController(
            Incoming incoming,
            Doors doors,
            Duplicates duplicates,
            JourneyPages pages,
            Stops stops,
            Place place,
            PlaceTime time) {
        this.incoming = incoming;
        this.doors = doors;
        this.duplicates = duplicates;
        this.pages = pages;
        this.stops = stops;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/front-door")
    ModelAndView list(@RequestParam Map<String, String> asked, User user, Model model) {
        Incoming.Filter filter = filter(asked);
        return new ModelAndView("frontdoor/incoming")
                .addObject("lines", incoming.list(filter, user))
                .addObject("sources", incoming.sources(time.instant()))
                .addObject("filter", filter)
                .addObject("doors", doors)
                .addObject("stops", stops)
                .addObject("reply", reply(model))
                .addObject("place", place);
    }

    @GetMapping("/api/front-door")
    @ResponseBody
    Map<String, Object> forScripts(@RequestParam Map<String, String> asked, User user) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("incoming", incoming.list(filter(asked), user));
        all.put("sources", incoming.sources(time.instant()));
        return all;
    }

    @GetMapping("/front-door/{id}")
    ModelAndView referral(@PathVariable String id, User user, Model model) {
        JourneyView view = pages.open(id, user, "referral");
        return new ModelAndView("frontdoor/referral")
                .addObject("view", view)
                .addObject("doors", doors)
                .addObject("duplicates", duplicates.of(view.person()))
                .addObject("reply", reply(model))
                .addObject("stops", stops);
    }

    private static Reply reply(Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return reply instanceof Reply given ? given : Reply.NONE;
    }

    private static Incoming.Filter filter(Map<String, String> asked) {
        return new Incoming.Filter(
                asked.getOrDefault("kind", "").strip(),
                asked.getOrDefault("show", "").strip(),
                asked.getOrDefault("urgency", "").strip(),
                asked.getOrDefault("locality", "").strip(),
                asked.getOrDefault("q", "").strip(),
                WorkQuery.Sort.of(asked.getOrDefault("sort", "")),
                WorkQuery.number(asked.getOrDefault("page", "1")));
    }
}
