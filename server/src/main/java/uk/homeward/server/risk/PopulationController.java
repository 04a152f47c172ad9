package uk.homeward.server.risk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.person.Plain;
import uk.homeward.server.time.PlaceTime;

/** The population by risk in figures, whether the score was right and for everyone, and the coded history behind it. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class PopulationController {

    private final PopulationRisk risk;
    private final CodedHistory history;
    private final Place place;
    private final PlaceTime time;
    private volatile @Nullable PopulationView last;

    PopulationController(PopulationRisk risk, CodedHistory history, Place place, PlaceTime time) {
        this.risk = risk;
        this.history = history;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/population")
    ModelAndView page(User user) {
        return new ModelAndView("risk/population")
                .addObject("view", view())
                .addObject("mayLoad", user.may(Permission.KEEP_MEASURES))
                .addObject("uploads", history.uploads());
    }

    /** Counted once for each scoring. */
    private PopulationView view() {
        PopulationRisk.Scored scored = risk.scored();
        PopulationView known = last;
        if (known == null || !known.isOf(scored)) {
            known = new PopulationView(scored, risk.segments(), this::locality);
            last = known;
        }
        return known;
    }

    private String locality(String id) {
        return id.isBlank()
                ? "Not known"
                : place.localities().find(LocalityId.of(id)).map(l -> l.title()).orElse(Plain.title(id));
    }

    @Needs(Permission.KEEP_MEASURES)
    @PostMapping("/population/history")
    ModelAndView load(@RequestParam MultipartFile file, User user) throws IOException {
        LocalDate today = LocalDate.ofInstant(time.instant(), place.zone());
        String name = file.getOriginalFilename();
        String id = history.take(
                name == null || name.isBlank() ? "history.csv" : name,
                new String(file.getBytes(), StandardCharsets.UTF_8),
                user,
                time.instant(),
                today);
        risk.forget();
        return new ModelAndView("redirect:/population/history/" + id);
    }

    @Needs(Permission.KEEP_MEASURES)
    @GetMapping("/population/history/{id}")
    ModelAndView upload(@PathVariable String id) {
        CodedHistory.Upload upload = history.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no upload (" + id + "). Maybe: choose one of the list"));
        List<CodedHistory.RefusedRow> refused = history.refusals(id);
        return new ModelAndView("risk/upload").addObject("upload", upload).addObject("refused", refused);
    }
}
