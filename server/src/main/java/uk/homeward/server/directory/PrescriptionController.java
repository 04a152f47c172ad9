package uk.homeward.server.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.event.PrescriptionEvent.Outcome;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PersonKeys;
import uk.homeward.server.journal.PlaceKey;

/** Social prescribing: a way to something in the community that is agreed with the person, and what came of it. */
@Needs(Permission.PLAN)
@Controller
public class PrescriptionController {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PersonKeys persons;

    PrescriptionController(
            Directory directory, DirectoryDesk desk, JdbcTemplate jdbc, PlaceKey place, PersonKeys persons) {
        this.directory = directory;
        this.desk = desk;
        this.jdbc = jdbc;
        this.place = place;
        this.persons = persons;
    }

    /**
     * One of the list; the person is named by id only, and their page keeps who looked.
     *
     * @param outcome null while nobody has said what came of it
     */
    public record Line(
            String id,
            String person,
            String service,
            String serviceTitle,
            String matters,
            Instant at,
            String by,
            @Nullable Outcome outcome,
            String note) {}

    @GetMapping("/social-prescriptions")
    ModelAndView list(User user, Model model) {
        List<Line> lines = jdbc.query(
                """
                select id, person, service, service_title, matters, prescribed_at, prescribed_by, outcome, note
                from social_prescription where place = ? and organisation = ?
                order by ended_at is not null, prescribed_at limit 200
                """,
                (row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getString(8) == null ? null : Outcome.valueOf(row.getString(8)),
                        row.getString(9)),
                place.value(),
                user.organisation());
        return new ModelAndView("directory/prescriptions")
                .addObject("lines", lines)
                .addObject("reply", model.getAttribute("reply") instanceof DirectoryReply r ? r : DirectoryReply.NONE);
    }

    @PostMapping("/services/{id}/prescribe")
    String prescribe(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String matters,
            User user,
            RedirectAttributes flash) {
        DirectoryEntry entry = directory
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such entry (" + id + ")"));
        Optional<String> known = persons.find(person);
        flash.addFlashAttribute(
                "reply",
                known.isEmpty()
                        ? new DirectoryReply(
                                "",
                                "Nobody with this number is known here. Give their NHS number, or register them first.")
                        : DirectoryReply.of(
                                desk.prescribe(UUID.randomUUID().toString(), entry, known.get(), matters, user.actor()),
                                "Agreed. Say under Social prescriptions what comes of it."));
        return "redirect:/services/" + id;
    }

    @PostMapping("/social-prescriptions/{id}/end")
    String end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note,
            User user,
            RedirectAttributes flash) {
        boolean known = Arrays.stream(Outcome.values()).anyMatch(o -> o.name().equals(outcome));
        flash.addFlashAttribute(
                "reply",
                known
                        ? DirectoryReply.of(desk.ended(id, Outcome.valueOf(outcome), note, user.actor()), "Kept.")
                        : new DirectoryReply("", "Choose what came of it."));
        return "redirect:/social-prescriptions";
    }
}
