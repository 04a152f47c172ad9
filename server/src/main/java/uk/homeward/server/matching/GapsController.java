package uk.homeward.server.matching;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.hospital.Sheets;
import uk.homeward.server.matching.Gaps.Gap;

/** What the market lacks, for those who buy and plan: by area and need, without names, small numbers hidden. */
@Needs(Permission.PLAN_PLACE)
@Controller
class GapsController {

    private final Gaps gaps;

    GapsController(Gaps gaps) {
        this.gaps = gaps;
    }

    @GetMapping("/market-gaps")
    ModelAndView page(User user) {
        List<Gap> all = gaps.list();
        return new ModelAndView("matching/gaps")
                .addObject("gaps", all.stream().filter(gap -> gap.people() >= 0).toList())
                .addObject(
                        "hidden", all.stream().filter(gap -> gap.people() < 0).count())
                .addObject("small", gaps.smallNumber())
                .addObject("days", Gaps.PERIOD.toDays());
    }

    @GetMapping("/market-gaps.csv")
    ResponseEntity<String> file(User user) {
        List<List<String>> rows = gaps.list().stream()
                .map(gap -> List.of(
                        gap.area(),
                        gap.need(),
                        shown(gap.people()),
                        shown(gap.declines()),
                        shown(gap.unmet()),
                        String.join("; ", gap.reasons())))
                .toList();
        return Sheets.download(
                "market-gaps.csv", Sheets.csv(List.of("area", "need", "people", "declines", "unmet", "reasons"), rows));
    }

    @ResponseBody
    @GetMapping("/api/market-gaps")
    List<Gap> script(User user) {
        return gaps.list();
    }

    private String shown(int number) {
        return number < 0 ? "fewer than " + gaps.smallNumber() : String.valueOf(number);
    }
}
