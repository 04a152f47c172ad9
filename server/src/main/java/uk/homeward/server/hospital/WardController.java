package uk.homeward.server.hospital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The boards of the wards: who is there, what is about to be late, and the board round. */
@Needs(Permission.READ_BOARDS)
@Controller
class WardController {

    private static final Comparator<StayLine> BY_BED = Comparator.comparing(
                    (StayLine line) -> line.bed().replaceFirst("[0-9]+$", ""))
            .thenComparing(line -> line.bed().length())
            .thenComparing(StayLine::bed);

    private final Wards wards;
    private final StayLines lines;
    private final UnitsNow units;
    private final BoardRounds rounds;
    private final SaferDay safer;
    private final Permits permits;
    private final FlowPlace flowPlace;
    private final PlaceTime time;

    WardController(
            Wards wards,
            StayLines lines,
            UnitsNow units,
            BoardRounds rounds,
            SaferDay safer,
            Permits permits,
            FlowPlace flowPlace,
            PlaceTime time) {
        this.wards = wards;
        this.lines = lines;
        this.units = units;
        this.rounds = rounds;
        this.safer = safer;
        this.permits = permits;
        this.flowPlace = flowPlace;
        this.time = time;
    }

    @GetMapping("/wards")
    ModelAndView all(User user) {
        return new ModelAndView("hospital/wards")
                .addObject("wards", wards.of(user))
                .addObject("counts", lines.counts(time.instant()))
                .addObject("rooms", rooms())
                .addObject("names", wards);
    }

    @GetMapping("/wards/{ward}")
    ModelAndView ward(@PathVariable String ward, @RequestParam Map<String, String> asked, User user, Model model) {
        HospitalWard found = known(ward, user);
        StayLines.Sort sort = StayLines.Sort.of(asked.getOrDefault("sort", ""));
        List<StayLine> here = here(found, sort);
        @Nullable Object result = model.getAttribute("round");
        return new ModelAndView("hospital/ward")
                .addObject("ward", found)
                .addObject("lines", here)
                .addObject("room", room(found, here))
                .addObject("sort", sort)
                .addObject("view", view())
                .addObject("safer", safer.of(ward, here))
                .addObject("others", wards.of(user))
                .addObject(
                        "mayAct",
                        permits.whyNotInHospital(user, found.site().value()).isEmpty())
                .addObject("key", UUID.randomUUID().toString())
                .addObject("result", result instanceof BoardRounds.Result given ? given : BoardRounds.Result.NONE);
    }

    /** How many beds are free, as the capacity board counts them. */
    private Map<String, WardRoom> rooms() {
        return units.list().stream()
                .filter(unit -> wards.find(unit.unit()).isPresent())
                .collect(Collectors.toMap(UnitLine::unit, unit -> WardRoom.of(unit, List.of())));
    }

    private WardRoom room(HospitalWard ward, List<StayLine> here) {
        return units.ofWard(ward.id().value())
                .map(unit -> WardRoom.of(unit, here))
                .orElseThrow(() -> new IllegalStateException(
                        "the ward (" + ward.id().value() + ") is no unit. Maybe: the place was not opened"));
    }

    /** The sheet that a board round carries along: everybody by bed, with room to write. */
    @GetMapping("/wards/{ward}/round")
    ModelAndView sheet(@PathVariable String ward, User user) {
        HospitalWard found = known(ward, user);
        return new ModelAndView("hospital/round")
                .addObject("ward", found)
                .addObject("lines", here(found, StayLines.Sort.BED))
                .addObject("view", view());
    }

    /** By bed, 2 stands before 10. */
    private List<StayLine> here(HospitalWard ward, StayLines.Sort sort) {
        List<StayLine> here = lines.onWard(ward.site().value(), ward.id().value(), sort);
        return sort == StayLines.Sort.BED ? here.stream().sorted(BY_BED).toList() : here;
    }

    /** One thing said of several people at once. */
    @PostMapping("/wards/{ward}/round")
    String round(
            @PathVariable String ward,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            RedirectAttributes flash) {
        known(ward, user);
        Fields fields = new Fields(form);
        List<String> stays = new ArrayList<>();
        fields.all("stay").forEach(ref -> stays.add(StayRef.decode(ref)));
        flash.addFlashAttribute("round", rounds.tell(stays, fields, user));
        return "redirect:/wards/" + ward;
    }

    private WardView view() {
        return new WardView(flowPlace, wards, time.instant());
    }

    private HospitalWard known(String ward, User user) {
        HospitalWard found = wards.find(ward)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no ward (" + ward + "). Maybe: choose one from the list"));
        if (!permits.seesHospital(user, found.site().value())) {
            throw new NotPermitted(
                    "not-your-hospital",
                    "This ward is in a hospital that is not yours. Its people are seen by its own wards and the hub.");
        }
        return found;
    }
}
