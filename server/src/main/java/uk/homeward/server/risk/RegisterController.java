package uk.homeward.server.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** The register of people at high and rising risk, for those who care for them. */
@Controller
@Needs(Permission.READ_PERSON)
class RegisterController {

    private static final int SHOWN = 25;
    private static final int LOOKED_AT = 400;

    private final PopulationRisk risk;
    private final RecordDoor door;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    RegisterController(PopulationRisk risk, RecordDoor door, JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.risk = risk;
        this.door = door;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    @GetMapping("/risk-register")
    ModelAndView page(
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String locality,
            @RequestParam(defaultValue = "high") String tier,
            User user) {
        Tier asked = tier.equals("rising") ? Tier.RISING : Tier.HIGH;
        List<AtRisk> candidates = risk.scored().people().stream()
                .filter(p -> p.tier() == asked)
                .filter(p -> practice.isBlank() || p.practice().equals(practice))
                .filter(p -> locality.isBlank() || p.locality().equals(locality))
                .sorted(Comparator.comparingInt(AtRisk::tenths).reversed().thenComparing(AtRisk::person))
                .toList();
        List<RegisterLine> lines = new ArrayList<>();
        int looked = 0;
        for (AtRisk p : candidates) {
            if (lines.size() == SHOWN || looked == LOOKED_AT) {
                break;
            }
            looked++;
            if (door.isOpen(user, p.person())
                    && door.open(user, p.person(), "risk register", () -> line(p))
                            instanceof RecordDoor.Open<RegisterLine> open) {
                lines.add(open.read());
            }
        }
        return new ModelAndView("risk/register")
                .addObject("lines", lines)
                .addObject("all", candidates.size())
                .addObject("practice", practice)
                .addObject("locality", locality)
                .addObject("tier", asked == Tier.HIGH ? "high" : "rising")
                .addObject("place", place);
    }

    private RegisterLine line(AtRisk p) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select family, given, born from person where place = ? and id = ?",
                (row, n) -> new RegisterLine(
                        p.person(),
                        row.getString("given") + " " + row.getString("family"),
                        row.getObject("born", LocalDate.class),
                        practice(p.practice()),
                        PopulationView.title(p.tier()),
                        p.score(),
                        p.charlson(),
                        segment(p.segment()),
                        p.why().isEmpty() ? "no diagnosis that counts" : p.why()),
                key.value(),
                p.person()));
    }

    private String segment(String id) {
        return risk.segments().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(s -> s.title())
                .orElse(id);
    }

    private String practice(String code) {
        return place.practices().stream()
                .filter(p -> p.code().value().equals(code))
                .findFirst()
                .map(p -> p.title())
                .orElse(code.isBlank() ? "no practice known" : code);
    }
}
