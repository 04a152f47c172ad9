package uk.homeward.server.assessment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.event.AgreementEvent.Terms;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.response.Problems;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Who may assess for whom, for scripts. */
@RestController
@RequestMapping("/api/agreements")
class AgreementApi {

    private final Agreements agreements;
    private final AssessmentFigures figures;
    private final Bank bank;
    private final Place place;
    private final PlaceTime time;
    private final Titles titles;

    AgreementApi(
            Agreements agreements, AssessmentFigures figures, Bank bank, Place place, PlaceTime time, Titles titles) {
        this.agreements = agreements;
        this.figures = figures;
        this.bank = bank;
        this.place = place;
        this.time = time;
        this.titles = titles;
    }

    /** An agreement, whether it holds today, and how it was used. */
    record View(
            String id,
            Terms terms,
            boolean holds,
            @Nullable Instant endedAt,
            @Nullable String ended,
            AssessmentFigures.Use use,
            List<String> history) {}

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping
    List<View> list() {
        Map<String, AssessmentFigures.Use> use = figures.byAgreement();
        return agreements.list().stream().map(a -> view(a, use, List.of())).toList();
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(
                get(id),
                figures.byAgreement(),
                agreements.history(id).stream()
                        .map(r -> r.occurredAt() + " " + Happened.words(r, titles))
                        .toList());
    }

    private View view(Agreements.Line a, Map<String, AssessmentFigures.Use> use, List<String> history) {
        return new View(
                a.id(),
                a.terms(),
                a.holds(today()),
                a.endedAt(),
                a.ended(),
                use.getOrDefault(a.id(), AssessmentFigures.Use.NONE),
                history);
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @PostMapping
    ResponseEntity<Object> make(@RequestBody Map<String, Object> body, User user) {
        return keep(AgreementController.word(Fields.ofJson(body).text("title")), body, user, true);
    }

    /** Makes an agreement anew with other terms. */
    @Needs(Permission.KEEP_AGREEMENTS)
    @PutMapping("/{id}")
    ResponseEntity<Object> change(@PathVariable String id, @RequestBody Map<String, Object> body, User user) {
        return keep(get(id).id(), body, user, false);
    }

    private ResponseEntity<Object> keep(String id, Map<String, Object> body, User user, boolean created) {
        Form form = new Form(Fields.ofJson(body), place.zone(), time.instant());
        Terms terms = AgreementFields.read(form, today(), bank.forms().keySet(), place);
        if (!form.faults().isEmpty()) {
            return Problems.faulty(form.faults());
        }
        return switch (agreements.make(id, terms, user.actor())) {
            case Entry.Done done ->
                created
                        ? ResponseEntity.created(URI.create("/api/agreements/" + id))
                                .body(one(id))
                        : ResponseEntity.ok(one(id));
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @PostMapping("/{id}/end")
    ResponseEntity<Object> end(
            @PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> body, User user) {
        get(id);
        String reason = Fields.ofJson(body == null ? Map.of() : body).text("reason");
        return switch (agreements.end(id, reason, user.actor())) {
            case Entry.Done done -> ResponseEntity.ok(one(id));
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }

    private Agreements.Line get(String id) {
        return agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no agreement (" + id + "). Maybe: look at /api/agreements"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), place.zone());
    }
}
