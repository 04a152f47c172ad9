package uk.homeward.server.directory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Open;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The directory of services: for staff with everything, and for everybody without an account. */
@Controller
class DirectoryController {

    private static final int PAGE = 25;

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Place place;
    private final PlaceTime time;

    DirectoryController(Directory directory, DirectoryDesk desk, Place place, PlaceTime time) {
        this.directory = directory;
        this.desk = desk;
        this.place = place;
        this.time = time;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/services")
    ModelAndView staff(@RequestParam Map<String, String> asked) {
        return list(asked, false, "/services");
    }

    @Open("the public's directory holds no personal data")
    @GetMapping("/directory")
    ModelAndView everybody(@RequestParam Map<String, String> asked) {
        return list(asked, true, "/directory");
    }

    private ModelAndView list(Map<String, String> asked, boolean isPublic, String path) {
        Wanted wanted = Wanted.of(asked);
        List<DirectoryEntry> off = isPublic
                ? List.of()
                : directory.list().stream()
                        .filter(e -> !e.isShown(time.instant()))
                        .toList();
        List<Found> found = directory.search(wanted, isPublic);
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        String number = asked.getOrDefault("page", "");
        int at = Math.min(pages, number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1);
        return new ModelAndView("directory/list")
                .addObject("found", found.subList((at - 1) * PAGE, Math.min(at * PAGE, found.size())))
                .addObject("count", found.size())
                .addObject("at", at)
                .addObject("pages", pages)
                .addObject("wanted", wanted)
                .addObject("off", off)
                .addObject("path", path)
                .addObject("categories", directory.categories())
                .addObject("localities", place.localities().list())
                .addObject(
                        "known",
                        wanted.outward().isEmpty()
                                || directory.area(wanted.outward()).isPresent());
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/services/{id}")
    ModelAndView entry(@PathVariable String id, User user, Model model) {
        return page(get(id), "/services")
                .addObject("mayKeep", user.may(Permission.MANAGE_CAPACITY))
                .addObject("mayRefer", user.may(Permission.OPEN_REFERRAL))
                .addObject("mayPrescribe", user.may(Permission.PLAN))
                .addObject("reply", model.getAttribute("reply") instanceof DirectoryReply r ? r : DirectoryReply.NONE);
    }

    @Open("the public's directory holds no personal data")
    @GetMapping("/directory/{id}")
    ModelAndView publicEntry(@PathVariable String id) {
        DirectoryEntry entry = get(id);
        if (!entry.details().isPublic() || !entry.isShown(time.instant())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such entry (" + id + ")");
        }
        return page(entry, "/directory")
                .addObject("mayKeep", false)
                .addObject("mayRefer", false)
                .addObject("mayPrescribe", false)
                .addObject("reply", DirectoryReply.NONE);
    }

    private ModelAndView page(DirectoryEntry entry, String path) {
        Instant now = time.instant();
        return new ModelAndView("directory/entry")
                .addObject("entry", entry)
                .addObject("areas", directory.areas(entry.details()))
                .addObject("opening", entry.opening(LocalDateTime.ofInstant(now, place.zone()), place::isHoliday))
                .addObject(
                        "where",
                        directory.findWhere(entry).map(Directory.Where::title).orElse(""))
                .addObject("reliance", entry.reliance(now))
                .addObject("path", path);
    }

    private DirectoryEntry get(String id) {
        return directory
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such entry (" + id + ")"));
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @GetMapping("/services/new")
    ModelAndView blank() {
        return form("", Fields.NONE, "");
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @GetMapping("/services/{id}/edit")
    ModelAndView edit(@PathVariable String id) {
        return form(id, DirectoryReply.fields(get(id).details()), "");
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/services")
    Object write(@RequestParam MultiValueMap<String, String> sent, User user) {
        Fields fields = new Fields(sent);
        Details details = EntryForm.details(fields);
        String id = fields.has("id") ? fields.text("id") : slug(details.title());
        return switch (desk.describe(id, details, user.actor())) {
            case Entry.Done done -> "redirect:/services/" + id;
            case Entry.Refused(String code, String why) -> {
                ModelAndView again = form(fields.text("id"), fields, why);
                again.setStatus(HttpStatus.BAD_REQUEST);
                yield again;
            }
        };
    }

    private static String slug(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return words.substring(0, Math.min(40, words.length())) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private ModelAndView form(String id, Fields fields, String why) {
        return new ModelAndView("directory/form")
                .addObject("id", id)
                .addObject("fields", fields)
                .addObject("why", why)
                .addObject("sites", place.sites().list())
                .addObject("localities", place.localities().list());
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/services/{id}/{word}")
    String tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String reason,
            User user,
            RedirectAttributes flash) {
        get(id);
        Entry entry = switch (word) {
            case "confirm" -> desk.confirm(id, reason, user.actor());
            case "withdraw" -> desk.withdraw(id, reason, user.actor());
            default ->
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no such command (" + word + "). Maybe: confirm or withdraw");
        };
        flash.addFlashAttribute(
                "reply", DirectoryReply.of(entry, word.equals("confirm") ? "Confirmed." : "Taken out."));
        return "redirect:/services/" + id;
    }
}
