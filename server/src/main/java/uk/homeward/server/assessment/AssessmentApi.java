package uk.homeward.server.assessment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Given;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.response.Problems;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** Questions, forms and assessments for scripts: what the pages can do, in the same words. */
@RestController
@RequestMapping("/api")
class AssessmentApi {

    private final Bank bank;
    private final AssessmentDesk desk;
    private final PersonForms forms;
    private final FormViews views;
    private final AssessmentFigures figures;
    private final RecordDoor door;

    AssessmentApi(
            Bank bank,
            AssessmentDesk desk,
            PersonForms forms,
            FormViews views,
            AssessmentFigures figures,
            RecordDoor door) {
        this.bank = bank;
        this.desk = desk;
        this.forms = forms;
        this.views = views;
        this.figures = figures;
        this.door = door;
    }

    /** How each form stands for one person, and every assessment that was made of them, the newest first. */
    record OfPerson(List<FormViews.Standing> forms, List<FormViews.Made> assessments) {}

    /** One form for one person: what is known, and what has to be asked. */
    record Filled(FormViews.Standing form, List<FormViews.Told> questions) {}

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/questions")
    List<FormViews.Asked> questions() {
        return views.questions();
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/forms")
    List<FormViews.Line> all() {
        return views.forms();
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/forms/{id}")
    FormViews.Whole form(@PathVariable String id) {
        return views.whole(getForm(id));
    }

    /** The proof by month: assessments of each person, questions asked and asked again. */
    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/assessments")
    List<AssessmentFigures.Month> months() {
        return figures.months();
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/people/{person}/forms")
    OfPerson ofPerson(@PathVariable String person, User user) {
        return read(user, person, "forms, by a script", () -> {
            PersonForms.OfPerson of = forms.of(person, user);
            return new OfPerson(
                    of.forms().stream().map(FormViews::standing).toList(),
                    of.assessments().stream().map(views::made).toList());
        });
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/people/{person}/forms/{form}")
    Filled filled(@PathVariable String person, @PathVariable String form, User user) {
        Form asked = getForm(form);
        return read(user, person, "form by a script: " + asked.title(), () -> {
            PersonForms.OfPerson of = forms.of(person, user);
            FormLine line = of.forms().stream()
                    .filter(l -> l.form().id().equals(form))
                    .findFirst()
                    .orElseThrow();
            return new Filled(FormViews.standing(line), views.told(asked, of.known()));
        });
    }

    /** Begins an assessment; the same {@code Idempotency-Key} begins it once. */
    @Needs(Permission.RECORD_CARE)
    @PostMapping("/people/{person}/forms/{form}")
    ResponseEntity<Object> begin(
            @PathVariable String person,
            @PathVariable String form,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        getForm(form);
        read(user, person, "form filled, by a script", () -> person);
        String id = id(user, person, form, key);
        return switch (desk.begin(id, person, form, fields(body).text("again"), user.actor(), "assessment-" + id)) {
            case Entry.Done done ->
                ResponseEntity.created(URI.create("/api/assessments/" + id)).body(one(id, user));
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }

    private static String id(User user, String person, String form, @Nullable String key) {
        return key == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes(String.join("\n", user.organisation(), user.id(), person, form, key)
                                .getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/assessments/{id}")
    FormViews.One one(@PathVariable String id, User user) {
        Assessment a = get(id);
        return read(user, a.person(), "assessment, by a script", () -> view(forms.shown(a)));
    }

    /** Keeps answers in the person's story: all of them, or none. */
    @Needs(Permission.RECORD_CARE)
    @PostMapping("/assessments/{id}/answers")
    ResponseEntity<Object> answers(
            @PathVariable String id,
            @RequestBody Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Assessment a = get(id);
        read(user, a.person(), "form filled, by a script", () -> id);
        List<Fault> unreadable = new ArrayList<>();
        List<Given> given = given(body.get("answers"), unreadable);
        if (!unreadable.isEmpty()) {
            return Problems.faulty(unreadable);
        }
        return switch (desk.save(a, given, user.actor(), key == null ? null : "answers-" + id + "-" + key)) {
            case AssessmentDesk.Kept kept -> ResponseEntity.ok(one(id, user));
            case AssessmentDesk.Refused(String code, String why) -> Problems.refused(code, why);
            case AssessmentDesk.Faulty(var faults) ->
                Problems.faulty(faults.entrySet().stream()
                        .map(f -> new Fault(f.getKey(), f.getValue()))
                        .toList());
        };
    }

    private static List<Given> given(@Nullable Object answers, List<Fault> faults) {
        List<Given> given = new ArrayList<>();
        if (answers instanceof List<?> list && !list.isEmpty()) {
            for (Object each : list) {
                given(each, given.size() + faults.size(), faults).ifPresent(given::add);
            }
        } else {
            faults.add(new Fault(
                    "answers",
                    "Give a list, such as [{\"question\": \"walks\", \"answer\": \"yes\", \"sure\": \"likely\"}]."));
        }
        return given;
    }

    private static Optional<Given> given(@Nullable Object each, int at, List<Fault> faults) {
        Fields fields = each instanceof Map<?, ?> map ? Fields.ofJson(words(map)) : Fields.NONE;
        if (!fields.has("question") || !fields.has("answer")) {
            faults.add(new Fault("answers[" + at + "]", "Name the question and the answer."));
            return Optional.empty();
        }
        return Optional.of(new Given(
                fields.text("question"),
                fields.text("answer"),
                fields.has("sure") ? fields.text("sure") : "certain",
                fields.text("why")));
    }

    private static Map<String, Object> words(Map<?, ?> map) {
        Map<String, Object> words = new java.util.LinkedHashMap<>();
        map.forEach((name, value) -> words.put(String.valueOf(name), value));
        return words;
    }

    /** Completes, relies on, challenges, answers a challenge, or gives up. */
    @Needs(Permission.RECORD_CARE)
    @PostMapping("/assessments/{id}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Assessment a = get(id);
        read(user, a.person(), "assessment, by a script", () -> id);
        AssessmentCommand command = Commands.read(word, fields(body))
                .orElseThrow(() ->
                        notFound("there is no command (" + word + "). Maybe: answers, or one of " + Commands.WORDS));
        return switch (desk.tell(a, command, user.actor(), key)) {
            case Entry.Done done -> ResponseEntity.ok(one(id, user));
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }

    private static Fields fields(@Nullable Map<String, Object> body) {
        return Fields.ofJson(body == null ? Map.of() : body);
    }

    private FormViews.One view(Assessment a) {
        return views.one(a, desk.history(a.id()));
    }

    private Form getForm(String id) {
        return bank.form(id)
                .orElseThrow(() -> notFound("there is no form (" + id + "). Maybe: one of "
                        + bank.forms().keySet()));
    }

    private Assessment get(String id) {
        return desk.find(id)
                .orElseThrow(
                        () -> notFound("there is no assessment (" + id + "). Maybe: look at /api/people/ID/forms"));
    }

    private <T> T read(User user, String person, String what, Supplier<T> read) {
        return switch (door.open(user, person, what, read)) {
            case RecordDoor.Open<T> open -> open.read();
            case RecordDoor.Closed<T> closed -> throw FormsController.closed();
            case RecordDoor.Nobody<T> nobody -> throw FormsController.nobody(person);
        };
    }

    private static ResponseStatusException notFound(String why) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
    }
}
