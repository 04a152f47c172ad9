package uk.homeward.server.hospital;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** Who left on a day, and how expected dates turned out. */
@Needs(Permission.READ_BOARDS)
@Controller
class LeavingController {

    private final Leavings leavings;
    private final DateLearning learning;
    private final Summaries summaries;
    private final Wards wards;
    private final FlowPlace place;
    private final PlaceTime time;

    LeavingController(
            Leavings leavings,
            DateLearning learning,
            Summaries summaries,
            Wards wards,
            FlowPlace place,
            PlaceTime time) {
        this.leavings = leavings;
        this.learning = learning;
        this.summaries = summaries;
        this.wards = wards;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/discharges")
    ModelAndView discharges(@RequestParam(name = "day", defaultValue = "") String asked, User user) {
        LocalDate day = day(asked);
        return new ModelAndView("hospital/discharges")
                .addObject("day", day)
                .addObject("today", place.day(time.instant()))
                .addObject("leavings", leavings.on(day, wards.sites(user)))
                .addObject("late", summaries.late(wards.sites(user), time.instant()))
                .addObject("wards", wards);
    }

    @GetMapping("/discharges.csv")
    ResponseEntity<String> dischargesFile(@RequestParam(name = "day", defaultValue = "") String asked, User user) {
        LocalDate day = day(asked);
        List<List<String>> rows = leavings.on(day, wards.sites(user)).stream()
                .map(l -> List.of(
                        l.name(),
                        l.site(),
                        l.ward(),
                        l.leftAt().toString(),
                        String.valueOf(l.expected() == null ? "" : l.expected()),
                        String.valueOf(l.delayDays() == null ? "" : l.delayDays()),
                        String.valueOf(l.pathway() == null ? "" : l.pathway()),
                        l.destination()))
                .toList();
        List<String> header =
                List.of("name", "site", "ward", "left_at", "expected", "delay_days", "pathway", "destination");
        return Sheets.download("discharges-" + day + ".csv", Sheets.csv(header, rows));
    }

    @GetMapping("/expected-dates")
    ModelAndView expected(
            @RequestParam(defaultValue = "ward") String by, @RequestParam(defaultValue = "28") String days, User user) {
        DateLearning.By told = DateLearning.By.of(by);
        int span = days.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(days) : 28;
        return new ModelAndView("hospital/expected")
                .addObject("by", told)
                .addObject("days", span)
                .addObject("lines", lines(told, span, user))
                .addObject("wards", wards);
    }

    @GetMapping("/expected-dates.csv")
    ResponseEntity<String> expectedFile(
            @RequestParam(defaultValue = "ward") String by, @RequestParam(defaultValue = "28") String days, User user) {
        int span = days.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(days) : 28;
        List<List<String>> rows = lines(DateLearning.By.of(by), span, user).stream()
                .map(l -> List.of(
                        l.who(),
                        String.valueOf(l.left()),
                        String.valueOf(l.withDate()),
                        String.valueOf(l.inTime()),
                        String.valueOf(l.byFirst()),
                        String.valueOf(l.byLast()),
                        "%.2f".formatted(l.meanLate()),
                        "%.2f".formatted(l.changes())))
                .toList();
        List<String> header = List.of(
                "who",
                "stays",
                "with_date",
                "set_in_time",
                "left_by_first",
                "left_by_last",
                "mean_days_late",
                "changes");
        return Sheets.download("expected-dates.csv", Sheets.csv(header, rows));
    }

    private List<DateLearning.Line> lines(DateLearning.By by, int days, User user) {
        LocalDate today = place.day(time.instant());
        return learning.of(by, wards.sites(user), place.at(today.minusDays(days), 0), place.at(today.plusDays(1), 0));
    }

    /** The day that was asked for; today where that is no day. */
    private LocalDate day(String asked) {
        try {
            return asked.isEmpty() ? place.day(time.instant()) : LocalDate.parse(asked);
        } catch (DateTimeException e) {
            return place.day(time.instant());
        }
    }
}
