package uk.homeward.server.frontdoor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Route;
import uk.homeward.server.access.Open;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/**
 * The gateway: anybody can tell us of a worry, without an account, and follow what becomes of it under a link that
 * expires. How often one address may send is limited; a field that people do not see catches programs.
 */
@Open("Whoever is worried about somebody can tell us, without an account")
@Controller
class GatewayController {

    static final int MOST = 10;

    /** The field that stays empty unless a program fills it in. */
    private static final String TRAP = "website";

    private final Concern concern;
    private final GatewayLinks links;
    private final Doors doors;
    private final Desk desk;
    private final PlaceTime time;
    private final AddressLimit limit = new AddressLimit(PlaceTime.real(), MOST, Duration.ofMinutes(10));

    GatewayController(Concern concern, GatewayLinks links, Doors doors, Desk desk, PlaceTime time) {
        this.concern = concern;
        this.links = links;
        this.doors = doors;
        this.desk = desk;
        this.time = time;
    }

    @GetMapping("/gateway")
    ModelAndView page() {
        return form(Fields.NONE, List.of());
    }

    @PostMapping("/gateway")
    Object send(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Fields fields = new Fields(sent);
        if (fields.has(TRAP)) {
            return again(fields, List.of(new Fault(TRAP, "Leave this field empty")), HttpStatus.BAD_REQUEST);
        }
        if (!limit.allows(request.getRemoteAddr())) {
            return again(fields, List.of(tooOften()), HttpStatus.TOO_MANY_REQUESTS);
        }
        String key = fields.text("key");
        return switch (concern.tell(fields, route(), key.isEmpty() ? null : "gateway/" + key)) {
            case Concern.Result.Done done -> "redirect:/gateway/follow/" + done.token();
            case Concern.Result.Faulty faulty -> again(fields, faulty.faults(), HttpStatus.BAD_REQUEST);
        };
    }

    @GetMapping("/gateway/follow/{token}")
    ModelAndView follow(@PathVariable String token) {
        return links.find(token).map(link -> follow(token, link, List.of())).orElseGet(GatewayController::gone);
    }

    /** The sender answers what they were asked. */
    @PostMapping("/gateway/follow/{token}")
    Object answer(@PathVariable String token, @RequestParam String answer, HttpServletRequest request) {
        GatewayLinks.Link link = links.find(token).orElse(null);
        if (link == null) {
            return gone();
        }
        if (answer.isBlank() || answer.length() > uk.homeward.server.web.Form.LONGEST) {
            return follow(token, link, List.of(new Fault("answer", "Write a short answer to our question")));
        }
        if (!limit.allows(request.getRemoteAddr())) {
            return follow(token, link, List.of(tooOften()));
        }
        Journey journey = desk.get(link.journey());
        desk.tell(
                link.journey(),
                0,
                new JourneyCommand.GiveInformation(answer.strip()),
                time.instant(),
                Concern.actor(journey.opening().sender().name()),
                null);
        return "redirect:/gateway/follow/" + token;
    }

    private ModelAndView follow(String token, GatewayLinks.Link link, List<Fault> faults) {
        return new ModelAndView("frontdoor/follow")
                .addObject("becoming", Becoming.of(desk.get(link.journey()), link.mayTell()))
                .addObject("token", token)
                .addObject("faults", faults)
                .addObject("expiresAt", link.expiresAt());
    }

    private static ModelAndView gone() {
        ModelAndView gone = new ModelAndView("frontdoor/gone");
        gone.setStatus(HttpStatus.NOT_FOUND);
        return gone;
    }

    private static Fault tooOften() {
        return new Fault(
                "reason",
                "Too much was sent from where you are. Wait ten minutes and send it again, or ring us. Nothing was kept.");
    }

    private ModelAndView again(Fields fields, List<Fault> faults, HttpStatus status) {
        ModelAndView again = form(fields, faults);
        again.setStatus(status);
        return again;
    }

    private ModelAndView form(Fields fields, List<Fault> faults) {
        return new ModelAndView("frontdoor/gateway")
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("route", route())
                .addObject("doors", doors)
                .addObject(
                        "key",
                        fields.has("key")
                                ? fields.text("key")
                                : UUID.randomUUID().toString());
    }

    private Route route() {
        return doors.gateway()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "this place has no gateway. Maybe: its pathway has no route 'gateway'"));
    }
}
