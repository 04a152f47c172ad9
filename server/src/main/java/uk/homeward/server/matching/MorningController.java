package uk.homeward.server.matching;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.homeward.journey.matching.Morning;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.hospital.Sheets;
import uk.homeward.server.response.Reply;

/** Who should have which place this morning, after rules that anybody can read; people take a line, or say why not. */
@Needs(Permission.FIND_PLACES)
@Controller
class MorningController {

    private final Mornings mornings;
    private final Terms terms;

    MorningController(Mornings mornings, Terms terms) {
        this.mornings = mornings;
        this.terms = terms;
    }

    @GetMapping("/morning")
    String morning(User user, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        model.addAttribute("morning", mornings.propose());
        model.addAttribute("rules", Morning.rules(terms.fairness()));
        model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "matching/morning";
    }

    /** The same for a spreadsheet. */
    @GetMapping("/morning.csv")
    ResponseEntity<String> file(User user) {
        Mornings.Shown shown = mornings.propose();
        List<List<String>> rows = shown.lines().stream()
                .map(line -> List.of(
                        line.person().search(),
                        shown.name(line.person().search()),
                        line.person().since().toString(),
                        line.service().map(service -> service.id()).orElse(""),
                        line.service().map(service -> service.title()).orElse(""),
                        one(line.days()),
                        one(line.weight()),
                        one(line.costsOthers()),
                        line.next().orElse("")))
                .toList();
        return Sheets.download(
                "morning.csv",
                Sheets.csv(
                        List.of(
                                "search",
                                "name",
                                "waits_since",
                                "provider",
                                "provider_title",
                                "days",
                                "weight",
                                "costs_others",
                                "next_in_line"),
                        rows));
    }

    private static String one(double number) {
        return String.format(Locale.UK, "%.1f", number);
    }
}
