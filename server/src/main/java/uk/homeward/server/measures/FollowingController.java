package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.Measure;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** What somebody follows, and what they were told. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class FollowingController {

    private final Asking asking;
    private final Shelf shelf;
    private final Subscriptions subscriptions;
    private final Followers followers;
    private final Place place;
    private final PlaceTime time;

    FollowingController(
            Asking asking, Shelf shelf, Subscriptions subscriptions, Followers followers, Place place, PlaceTime time) {
        this.asking = asking;
        this.shelf = shelf;
        this.subscriptions = subscriptions;
        this.followers = followers;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/following")
    ModelAndView page(User user) {
        List<Followed> followed = subscriptions.of(user).stream()
                .map(s -> new Followed(
                        s, shelf.find(s.measure()).map(Measure::title).orElse(s.measure())))
                .toList();
        return new ModelAndView("measures/following")
                .addObject("followed", followed)
                .addObject("notices", subscriptions.notices(user))
                .addObject("canWrite", followers.canWrite());
    }

    @PostMapping("/following/read")
    ModelAndView read(User user) {
        subscriptions.read(user, time.instant());
        return new ModelAndView("redirect:/following");
    }

    @PostMapping("/measures/{id}/follow")
    ModelAndView follow(@PathVariable String id, @RequestParam MultiValueMap<String, String> filled, User user) {
        Measure measure = asking.measure(id);
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        Subscription.Rhythm rhythm = form.one(Subscription.Rhythm.class, "rhythm", "Choose when to be told.");
        String email = form.may("email");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            form.fault("email", "This is not an e-mail address (" + email + ").");
        }
        if (!form.faults().isEmpty()) {
            return new ModelAndView("measures/followFaults")
                    .addObject("measure", measure)
                    .addObject("fields", form.fields())
                    .addObject("faults", form.faults());
        }
        @Nullable LocalDate known = followers.lastWeek(measure).orElse(null);
        subscriptions.follow(user, id, rhythm, email, known, time.instant());
        return new ModelAndView("redirect:/following");
    }

    @PostMapping("/measures/{id}/leave")
    ModelAndView leave(@PathVariable String id, User user) {
        subscriptions.leave(user, id);
        return new ModelAndView("redirect:/following");
    }
}
