package uk.homeward.server.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Given;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.TakenResources;
import uk.homeward.server.exchange.resources.Unusable;
import uk.homeward.server.journal.Entry;

/** Takes answers that come as a QuestionnaireResponse of one of the place's forms: all of them, or none. */
@Component
class TakenAnswers implements TakenResources {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final Set<String> GIVEN_UP = Set.of("stopped", "entered-in-error");

    private final Bank bank;
    private final AssessmentDesk desk;
    private final FilledForms filled;
    private final RecordDoor door;
    private final Resources resources;
    private final TransactionTemplate transaction;

    TakenAnswers(
            Bank bank,
            AssessmentDesk desk,
            FilledForms filled,
            RecordDoor door,
            Resources resources,
            TransactionTemplate transaction) {
        this.resources = resources;
        this.bank = bank;
        this.desk = desk;
        this.filled = filled;
        this.door = door;
        this.transaction = transaction;
    }

    @Override
    public String type() {
        return "QuestionnaireResponse";
    }

    @Override
    public boolean takes(JsonNode resource) {
        String questionnaire = resource.path("questionnaire").asString("");
        return questionnaire.startsWith(QuestionnaireMapping.CANONICAL);
    }

    @Override
    public boolean holds(String id) {
        return desk.find(id).isPresent();
    }

    @Override
    public Resource take(User user, JsonNode resource) {
        String form = form(resource);
        String person = person(resource);
        requireOpen(user, person);
        String id = java.util.Objects.requireNonNull(transaction.execute(status -> {
            Assessment assessment = open(user, person, form, resource);
            save(user, assessment, resource);
            completeWhereItSaysSo(user, assessment, resource);
            return assessment.id();
        }));
        return filled.find(user, id).orElseThrow();
    }

    @Override
    public Resource change(User user, String id, JsonNode resource, int ifMatch) {
        Assessment standing = desk.find(id).orElseThrow();
        requireOpen(user, standing.person());
        isStillThatOne(standing, resource);
        transaction.executeWithoutResult(status -> {
            desk.lock(standing.person());
            Assessment now = desk.find(id).orElseThrow();
            if (ifMatch != 0 && ifMatch != now.version()) {
                throw Unusable.changed("version (" + now.version() + ") stands, not the one of If-Match. Maybe: read it"
                        + " again, and send your answers with that version");
            }
            if (GIVEN_UP.contains(resource.path("status").asString(""))) {
                done(desk.tell(now, new AssessmentCommand.Withdraw("given up by FHIR"), user.actor(), null));
            } else {
                save(user, now, resource);
                completeWhereItSaysSo(user, now, resource);
            }
        });
        return filled.find(user, id).orElseThrow();
    }

    /** An assessment keeps its form and its person. */
    private void isStillThatOne(Assessment standing, JsonNode resource) {
        if (!form(resource).equals(standing.form())) {
            throw wrong("questionnaire", "value", "this assessment fills the form (" + standing.form() + ")");
        }
        if (!person(resource).equals(standing.person())) {
            throw wrong("subject", "value", "this assessment is about somebody else");
        }
    }

    private void completeWhereItSaysSo(User user, Assessment assessment, JsonNode resource) {
        if (resource.path("status").asString("").equals("completed")) {
            done(desk.tell(assessment, new AssessmentCommand.Complete(), user.actor(), null));
        }
    }

    /** The form that is filled. Throws {@link Unusable} (422) where the place has none of this name. */
    private String form(JsonNode resource) {
        String form = FilledForms.last(resource.path("questionnaire").asString(""));
        if (bank.form(form).isEmpty()) {
            throw wrong(
                    "questionnaire",
                    "not-found",
                    "the place has no form (" + form + "). Maybe: "
                            + bank.forms().keySet().stream()
                                    .map(f -> QuestionnaireMapping.CANONICAL + f)
                                    .toList());
        }
        return form;
    }

    private String person(JsonNode resource) {
        return resources.personOf(
                FilledForms.last(resource.path("subject").path("reference").asString("")));
    }

    private static Unusable wrong(String element, String code, String what) {
        return Unusable.unprocessable(List.of(new Issue(code, "QuestionnaireResponse." + element, what, true)));
    }

    private void requireOpen(User user, String person) {
        if (!user.may(Permission.RECORD_CARE)) {
            throw refused(
                    FORBIDDEN,
                    "forbidden",
                    "",
                    "the role (" + user.role().word() + ") may not " + Permission.RECORD_CARE.words());
        }
        switch (door.open(user, person, "answers by FHIR", () -> person)) {
            case RecordDoor.Open<String> open -> {}
            case RecordDoor.Closed<String> closed ->
                throw refused(
                        FORBIDDEN, "forbidden", "subject", "the record does not open to you: no care relationship");
            case RecordDoor.Nobody<String> nobody ->
                throw wrong(
                        "subject",
                        "not-found",
                        "there is no person (" + person + "). Maybe: Patient/ and their id here");
        }
    }

    /** The assessment that is being filled, or a new one. */
    private Assessment open(User user, String person, String form, JsonNode resource) {
        return desk.list(person).stream()
                .filter(a -> a.form().equals(form) && a.state() instanceof Assessment.Open)
                .findFirst()
                .orElseGet(() -> {
                    String id = UUID.randomUUID().toString();
                    done(desk.begin(
                            id, person, form, extension(resource, QuestionnaireMapping.WHY), user.actor(), null));
                    return desk.find(id).orElseThrow();
                });
    }

    private void save(User user, Assessment assessment, JsonNode resource) {
        switch (desk.save(assessment, given(resource), user.actor(), null)) {
            case AssessmentDesk.Kept kept -> {}
            case AssessmentDesk.Refused(String code, String why) -> throw refused(CONFLICT, "conflict", "", why);
            case AssessmentDesk.Faulty(var faults) ->
                throw Unusable.unprocessable(faults.entrySet().stream()
                        .map(f -> new Issue(
                                "business-rule",
                                where(resource, "QuestionnaireResponse", f.getKey()),
                                f.getValue(),
                                true))
                        .toList());
        }
    }

    /** What is refused takes everything back with it: the caller mends it and sends it whole. */
    private static void done(Entry entry) {
        if (entry instanceof Entry.Refused(String code, String why)) {
            throw refused(CONFLICT, "business-rule", "", why);
        }
    }

    private static Unusable refused(int status, String code, String where, String why) {
        return new Unusable(status, List.of(new Issue(code, where, why, true)));
    }

    /** Where an item stands, such as {@code QuestionnaireResponse.item[0].item[2].where(linkId='walks')}. */
    private static String where(JsonNode node, String path, String question) {
        int at = 0;
        for (JsonNode item : node.path("item")) {
            String here = path + ".item[" + at++ + "]";
            if (item.path("linkId").asString("").equals(question)) {
                return here + ".where(linkId='" + question + "')";
            }
            String within = where(item, here, question);
            if (!within.isEmpty()) {
                return within;
            }
        }
        return "";
    }

    /** Every answer of every item, however deep it lies. */
    private static List<Given> given(JsonNode node) {
        List<Given> given = new ArrayList<>();
        for (JsonNode item : node.path("item")) {
            for (JsonNode answer : item.path("answer")) {
                given.add(given(item.path("linkId").asString(""), answer));
            }
            given.addAll(given(item));
        }
        return given;
    }

    private static Given given(String question, JsonNode answer) {
        String sure = extension(answer, QuestionnaireMapping.SURE);
        return new Given(
                question,
                value(answer),
                sure.isEmpty() ? "certain" : sure,
                extension(answer, QuestionnaireMapping.WHY));
    }

    private static String value(JsonNode answer) {
        JsonNode coding = answer.path("valueCoding").path("code");
        for (JsonNode value : List.of(
                coding,
                answer.path("valueString"),
                answer.path("valueDate"),
                answer.path("valueDecimal"),
                answer.path("valueInteger"))) {
            if (!value.isMissingNode()) {
                return value.asString("").strip();
            }
        }
        JsonNode truth = answer.path("valueBoolean");
        return truth.isMissingNode() ? "" : truth.asBoolean(false) ? "yes" : "no";
    }

    private static String extension(JsonNode node, String url) {
        for (JsonNode extension : node.path("extension")) {
            if (extension.path("url").asString("").equals(url)) {
                JsonNode code = extension.path("valueCode");
                return (code.isMissingNode() ? extension.path("valueString") : code)
                        .asString("")
                        .strip();
            }
        }
        return "";
    }
}
