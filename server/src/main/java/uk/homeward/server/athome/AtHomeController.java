package uk.homeward.server.athome;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** The boards of enablement: at home, and in the beds of the centres. */
@Controller
@Needs(Permission.READ_BOARDS)
class AtHomeController {

    private final AtHomeList list;
    private final Beds beds;
    private final Place place;
    private final PlaceTime time;

    AtHomeController(AtHomeList list, Beds beds, Place place, PlaceTime time) {
        this.list = list;
        this.beds = beds;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/at-home")
    ModelAndView atHome(
            @RequestParam(defaultValue = "") String locality,
            @RequestParam(name = "page", defaultValue = "1") String number,
            User user) {
        Instant now = time.instant();
        int page = number.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(number) : 1;
        AtHomeList.Totals totals = list.totals(locality, now);
        return new ModelAndView("athome/atHome")
                .addObject("lines", list.list(locality, page))
                .addObject("totals", totals)
                .addObject("locality", locality)
                .addObject("number", page)
                .addObject(
                        "last",
                        Math.max(1, (totals.there() + totals.waiting() + AtHomeList.PAGE - 1) / AtHomeList.PAGE))
                .addObject("place", place);
    }

    @GetMapping("/beds")
    ModelAndView beds(User user) {
        return new ModelAndView("athome/beds").addObject("beds", beds.read());
    }
}
