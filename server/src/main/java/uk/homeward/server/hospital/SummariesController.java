package uk.homeward.server.hospital;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.Summary;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.record.CareDecisions;
import uk.homeward.server.response.Reply;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** Discharge summaries as their receivers see them: read the one, and say that it was read. */
@Needs(Permission.READ_SUMMARIES)
@Controller
class SummariesController {

    private final Summaries summaries;
    private final FlowDesk flows;
    private final RecordDoor door;
    private final PersonCards people;
    private final CareDecisions decisions;
    private final Receivers receivers;
    private final Wards wards;
    private final PlaceTime time;

    SummariesController(
            Summaries summaries,
            FlowDesk flows,
            RecordDoor door,
            PersonCards people,
            CareDecisions decisions,
            Receivers receivers,
            Wards wards,
            PlaceTime time) {
        this.summaries = summaries;
        this.flows = flows;
        this.door = door;
        this.people = people;
        this.decisions = decisions;
        this.receivers = receivers;
        this.wards = wards;
        this.time = time;
    }

    @GetMapping("/summaries")
    String list(User user, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        model.addAttribute("waiting", summaries.waiting(user.organisation()));
        model.addAttribute("read", summaries.read(user.organisation(), time.instant()));
        model.addAttribute("title", receivers.title(user.organisation()).orElse("your organisation"));
        model.addAttribute("wards", wards);
        model.addAttribute("now", time.instant());
        model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
        return "hospital/summaries";
    }

    @GetMapping("/summaries/{ref}")
    String one(@PathVariable String ref, User user, Model model) {
        Flow flow = flow(ref);
        Summary summary = own(flow, user);
        String person = flow.spell().person();
        @Nullable Object reply = model.getAttribute("reply");
        door.received(user, person, "discharge summary", () -> {
            model.addAttribute("person", people.find(person).orElseThrow(SummariesController::nothing));
            model.addAttribute("decisions", decisions.forTransfer(person));
            return "";
        });
        model.addAttribute("flow", flow);
        model.addAttribute("summary", summary);
        model.addAttribute("ref", ref);
        model.addAttribute("name", user.name());
        model.addAttribute("wards", wards);
        model.addAttribute("now", time.instant());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
        return "hospital/summary";
    }

    @PostMapping("/summaries/{ref}/acknowledge")
    String acknowledge(
            @PathVariable String ref,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Flow flow = flow(ref);
        Summary summary = own(flow, user);
        Fields fields = new Fields(sent);
        String by = fields.text("by").isBlank() ? user.name() : fields.text("by");
        int read = fields.text("sent").matches("[0-9]{1,6}") ? Integer.parseInt(fields.text("sent")) : 0;
        String key = fields.text("key");
        FlowTold told = flows.tell(
                flow.stay(),
                0,
                new FlowCommand.AcknowledgeSummary(by, user.organisation(), fields.text("note"), read),
                time.instant(),
                user.actor(),
                key.isEmpty() ? null : key);
        flash.addFlashAttribute("reply", reply(told, summary, fields));
        return told instanceof FlowTold.Done ? "redirect:/summaries" : "redirect:/summaries/" + ref;
    }

    private static Reply reply(FlowTold told, Summary summary, Fields fields) {
        return switch (told) {
            case FlowTold.Done done ->
                new Reply(
                        Reply.Kind.DONE,
                        "acknowledge",
                        "Thank you. The hospital sees that the summary was read"
                                + (summary.completeness() < 100 ? ", and what you say it lacks." : "."),
                        List.of(),
                        List.of(),
                        Fields.NONE);
            case FlowTold.Refused refused ->
                new Reply(Reply.Kind.REFUSED, "acknowledge", refused.why(), List.of(), List.of(), fields);
            case FlowTold.Conflict conflict ->
                new Reply(
                        Reply.Kind.CONFLICT,
                        "acknowledge",
                        "Something changed meanwhile. Read it again.",
                        List.of(),
                        List.of(),
                        fields);
        };
    }

    private Flow flow(String ref) {
        return flows.find(StayRef.decode(ref)).orElseThrow(SummariesController::nothing);
    }

    /** Somebody else's summary is as if it were not there. */
    private static Summary own(Flow flow, User user) {
        return flow.summaries().stream()
                .filter(summary -> summary.organisation().equals(user.organisation()))
                .findFirst()
                .orElseThrow(SummariesController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "no such summary was sent to your organisation. Maybe: the hospital sent it to somebody else; ring its"
                        + " ward");
    }
}
