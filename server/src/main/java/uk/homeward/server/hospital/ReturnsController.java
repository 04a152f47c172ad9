package uk.homeward.server.hospital;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.flow.DischargeDelays;
import uk.homeward.journey.flow.Dtoc;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Side;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** The national returns: figures for everybody, and behind each figure the people for those who care for them. */
@Controller
public class ReturnsController {

    private final Returns returns;
    private final ReturnFiles files;
    private final StayLines lines;
    private final Wards wards;
    private final FlowPlace place;
    private final PlaceTime time;

    ReturnsController(
            JdbcTemplate jdbc, Place place, StayLines lines, Wards wards, FlowPlace flowPlace, PlaceTime time) {
        this.returns = new Returns(jdbc, place);
        this.files = new ReturnFiles(returns);
        this.lines = lines;
        this.wards = wards;
        this.place = flowPlace;
        this.time = time;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/returns")
    ModelAndView show(@RequestParam Map<String, String> asked, User user) {
        Asked what = asked(asked);
        ModelAndView page = new ModelAndView("hospital/returns")
                .addObject("asked", what)
                .addObject("organisations", returns.organisations())
                .addObject("mayOpen", user.may(Permission.READ_BOARDS))
                .addObject("parts", parts(what));
        return page.addObject("sums", sums(what));
    }

    /** The people behind one figure. */
    @Needs(Permission.READ_BOARDS)
    @GetMapping("/returns/people")
    ModelAndView people(@RequestParam Map<String, String> asked, User user) {
        Asked what = asked(asked);
        int part = number(asked.getOrDefault("part", "0"));
        int line = number(asked.getOrDefault("line", "0"));
        List<Returns.Part> parts = parts(what);
        if (part >= parts.size() || line >= parts.get(part).lines().size()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "this return has no such figure. Maybe: open it from the return's page");
        }
        Returns.Line found = parts.get(part).lines().get(line);
        List<String> sites = wards.sites(user);
        List<StayLine> all = lines.named(found.figure().stays());
        return new ModelAndView("hospital/returnPeople")
                .addObject("asked", what)
                .addObject("part", parts.get(part).title())
                .addObject("line", found)
                .addObject(
                        "lines",
                        all.stream().filter(l -> sites.contains(l.site())).toList())
                .addObject(
                        "hidden",
                        all.stream().filter(l -> !sites.contains(l.site())).count())
                .addObject("view", new WardView(place, wards, time.instant()));
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/returns/{kind}.csv")
    ResponseEntity<String> file(@PathVariable String kind, @RequestParam Map<String, String> asked) {
        Returns.Kind found = Returns.Kind.find(kind)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no return (" + kind + "). Maybe: sitrep, dtoc or discharge"));
        Asked what = asked(asked);
        return switch (found) {
            case SITREP -> Sheets.download("sitrep-" + what.day() + ".csv", files.sitrep(what.day()));
            case DTOC -> Sheets.download("dtoc-" + what.month() + ".csv", files.dtoc(what.month(), lastDay()));
            case DISCHARGE -> Sheets.download("discharge-" + what.month() + ".csv", files.discharge(what.month()));
        };
    }

    /** What was asked for; yesterday, and last month, where nothing else was. */
    public record Asked(Returns.Kind kind, LocalDate day, YearMonth month, String organisation) {

        /** The address of this return, ready for {@code &part=0}. */
        public String address(String path) {
            return path + "?kind=" + kind.word() + "&day=" + day + "&month=" + month + "&organisation=" + organisation;
        }
    }

    /** A sum above the lines. */
    public record Sum(String title, String value) {}

    private LocalDate lastDay() {
        return place.day(time.instant()).minusDays(1);
    }

    private Asked asked(Map<String, String> asked) {
        String first = returns.organisations().getFirst().id().value();
        String organisation = asked.getOrDefault("organisation", first);
        boolean known = returns.organisations().stream()
                .map(Organisation::id)
                .anyMatch(id -> id.value().equals(organisation));
        return new Asked(
                Returns.Kind.find(asked.getOrDefault("kind", "")).orElse(Returns.Kind.SITREP),
                day(asked.getOrDefault("day", "")),
                month(asked.getOrDefault("month", "")),
                known ? organisation : first);
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return lastDay();
        }
    }

    private YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return YearMonth.from(lastDay());
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private List<Returns.Part> parts(Asked what) {
        return switch (what.kind()) {
            case SITREP -> returns.sitrep(what.organisation(), what.day());
            case DTOC -> returns.dtocParts(returns.dtoc(what.organisation(), what.month(), lastDay()));
            case DISCHARGE -> returns.delayParts(what.organisation(), what.month());
        };
    }

    private List<Sum> sums(Asked what) {
        return switch (what.kind()) {
            case SITREP -> List.of();
            case DTOC -> {
                Dtoc dtoc = returns.dtoc(what.organisation(), what.month(), lastDay());
                yield List.of(
                        new Sum("delayed days", String.valueOf(dtoc.total())),
                        new Sum(
                                "beds on an average day",
                                String.valueOf(Dtoc.averageDailyBeds(
                                        dtoc.total(), what.month().lengthOfMonth()))),
                        new Sum("on the NHS", String.valueOf(dtoc.of(Side.NHS))),
                        new Sum("on social care", String.valueOf(dtoc.of(Side.SOCIAL_CARE))),
                        new Sum("on both", String.valueOf(dtoc.of(Side.BOTH))));
            }
            case DISCHARGE -> {
                DischargeDelays delays = returns.delays(what.organisation(), what.month());
                yield List.of(
                        new Sum("left with a discharge-ready date", String.valueOf(delays.discharged())),
                        new Sum("left a day or more after it", "%.1f%%".formatted(delays.percentDelayed())),
                        new Sum("days on average, of those delayed", "%.1f".formatted(delays.meanDelay())),
                        new Sum("bed days lost", String.valueOf(delays.bedDays())));
            }
        };
    }
}
