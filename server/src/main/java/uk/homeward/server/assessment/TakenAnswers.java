package uk.homeward.server.assessment;

import java.util.ArrayList;
import java.util.List;
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
import uk.homeward.server.exchange.resources.TakenResources;
import uk.homeward.server.exchange.resources.Unusable;
import uk.homeward.server.journal.Entry;

/** Takes answers that come as a QuestionnaireResponse of one of the place's forms: all of them, or none. */
@Component
class TakenAnswers implements TakenResources {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final Bank bank;
    private final AssessmentDesk desk;
    private final FilledForms filled;
    private final RecordDoor door;
    private final TransactionTemplate transaction;

    TakenAnswers(Bank bank, AssessmentDesk desk, FilledForms filled, RecordDoor door, TransactionTemplate transaction) {
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
        return questionnaire.startsWith(QuestionnaireMapping.CANONICAL)
                && bank.form(FilledForms.last(questionnaire)).isPresent();
    }

    @Override
    public Resource take(User user, JsonNode resource) {
        String form = FilledForms.last(resource.path("questionnaire").asString(""));
        String person =
                FilledForms.last(resource.path("subject").path("reference").asString(""));
        requireOpen(user, person);
        String id = java.util.Objects.requireNonNull(transaction.execute(status -> {
            Assessment assessment = open(user, person, form, resource);
            save(user, assessment, given(resource));
            if (resource.path("status").asString("").equals("completed")) {
                done(desk.tell(assessment, new AssessmentCommand.Complete(), user.actor(), null));
                return assessment.id();
            }
            return person + ".form." + form;
        }));
        return filled.find(user, id).orElseThrow();
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
                throw Unusable.unprocessable(List.of(new Issue(
                        "not-found",
                        "QuestionnaireResponse.subject",
                        "there is no person (" + person + "). Maybe: Patient/ and their id here",
                        true)));
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

    private void save(User user, Assessment assessment, List<Given> given) {
        switch (desk.save(assessment, given, user.actor(), null)) {
            case AssessmentDesk.Kept kept -> {}
            case AssessmentDesk.Refused(String code, String why) -> throw refused(CONFLICT, "conflict", "", why);
            case AssessmentDesk.Faulty(var faults) ->
                throw Unusable.unprocessable(faults.entrySet().stream()
                        .map(f -> new Issue(
                                "business-rule",
                                "QuestionnaireResponse.item.where(linkId='" + f.getKey() + "')",
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
