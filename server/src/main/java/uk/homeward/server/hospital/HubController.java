package uk.homeward.server.hospital;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.NationalReason;
import uk.homeward.journey.place.Side;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** The board of the transfer of care hub: everybody who is ready and still in hospital, the longest first. */
@Needs(Permission.READ_BOARDS)
@Controller
class HubController {

    private static final int PAGE = 50;
    private static final int MOST = 5_000;

    private final HubBoard board;
    private final StayLines lines;
    private final Wards wards;
    private final FlowPlace place;
    private final PlaceTime time;

    HubController(HubBoard board, StayLines lines, Wards wards, FlowPlace place, PlaceTime time) {
        this.board = board;
        this.lines = lines;
        this.wards = wards;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/hub")
    ModelAndView hub(@RequestParam Map<String, String> asked, User user) {
        Instant now = time.instant();
        int page = page(asked);
        List<String> sites = wards.sites(user);
        return new ModelAndView("hospital/hub")
                .addObject("lines", lines.ready(sites, narrow(asked, now), PAGE + 1, (page - 1) * PAGE))
                .addObject("totals", board.totals(sites, now))
                .addObject("sites", sites)
                .addObject("asked", new HubAsked(asked))
                .addObject("number", page)
                .addObject("most", PAGE)
                .addObject("view", new WardView(place, wards, now));
    }

    /** The same list for a spreadsheet. */
    @GetMapping("/hub.csv")
    ResponseEntity<String> file(@RequestParam Map<String, String> asked, User user) {
        Instant now = time.instant();
        WardView view = new WardView(place, wards, now);
        List<List<String>> rows = lines.ready(wards.sites(user), narrow(asked, now), MOST, 0).stream()
                .map(line -> row(line, view))
                .toList();
        List<String> header = List.of(
                "name",
                "nhs_number",
                "site",
                "ward",
                "admitted",
                "ready_since",
                "days",
                "pathway",
                "cause",
                "owner",
                "national_reason");
        return Sheets.download("ready.csv", Sheets.csv(header, rows));
    }

    private List<String> row(StayLine line, WardView view) {
        Optional<NationalReason> reason = view.causes().stream()
                .filter(cause -> cause.id().value().equals(line.holdUp()))
                .map(NationalReason::of)
                .findFirst();
        return List.of(
                line.name(),
                line.nhsNumber() == null ? "" : line.nhsNumber(),
                line.site(),
                line.ward(),
                String.valueOf(line.admittedAt()),
                String.valueOf(line.readySince()),
                String.valueOf(view.readyDays(line)),
                line.pathway() == null ? "" : "P" + line.pathway(),
                line.holdUp(),
                reason.map(r -> NationalReason.words(r.side())).orElse(""),
                reason.map(r -> String.valueOf(r.reason())).orElse(""));
    }

    /** The same board for scripts. */
    @ResponseBody
    @GetMapping("/api/hub")
    List<StayLine> script(@RequestParam Map<String, String> asked, User user) {
        Instant now = time.instant();
        return lines.ready(wards.sites(user), narrow(asked, now), PAGE, (page(asked) - 1) * PAGE);
    }

    private StayLines.Narrow narrow(Map<String, String> asked, Instant now) {
        String side = asked.getOrDefault("side", "").toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> causes = List.of();
        for (Side one : Side.values()) {
            causes = one.name().equals(side) ? board.causesOf(one) : causes;
        }
        String nights = asked.getOrDefault("nights", "");
        int least = nights.matches("[1-9][0-9]?") ? Integer.parseInt(nights) : 0;
        return new StayLines.Narrow(
                asked.getOrDefault("site", ""),
                asked.getOrDefault("pathway", ""),
                asked.getOrDefault("cause", ""),
                causes,
                least,
                place.at(place.day(now).minusDays(Math.max(0, least - 1)), 0));
    }

    private static int page(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "1");
        return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }
}
