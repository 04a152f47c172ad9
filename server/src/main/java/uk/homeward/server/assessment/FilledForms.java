package uk.homeward.server.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.event.AssessmentEvent.Answered;
import uk.homeward.server.access.MarkedItems;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.time.PlaceTime;

/** Completed assessments, and forms filled from what is known now, as FHIR QuestionnaireResponses. */
@Component
class FilledForms implements OwnResources {

    private static final String OF_FORM = ".form.";

    private final Bank bank;
    private final AssessmentDesk desk;
    private final Stories stories;
    private final RecordDoor door;
    private final MarkedItems marks;
    private final PlaceTime time;

    FilledForms(Bank bank, AssessmentDesk desk, Stories stories, RecordDoor door, MarkedItems marks, PlaceTime time) {
        this.marks = marks;
        this.bank = bank;
        this.desk = desk;
        this.stories = stories;
        this.door = door;
        this.time = time;
    }

    @Override
    public String type() {
        return "QuestionnaireResponse";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("patient", "subject", "questionnaire");
    }

    @Override
    public Optional<QuestionnaireResponse> find(User user, String id) {
        int at = id.indexOf(OF_FORM);
        if (at > 0) {
            String person = id.substring(0, at);
            return bank.form(id.substring(at + OF_FORM.length()))
                    .flatMap(f -> open(user, person, () -> List.of(prefilled(person, f))).stream()
                            .findFirst());
        }
        return desk.find(id)
                .flatMap(a -> open(user, a.person(), () -> assessed(a)).stream().findFirst());
    }

    /** An assessment as it stands: completed, being filled, or given up. */
    private List<QuestionnaireResponse> assessed(Assessment a) {
        if (a.state() instanceof Assessment.Open) {
            return bank.form(a.form()).stream()
                    .map(f -> QuestionnaireMapping.open(bank, f, a, a.person(), known(a.person(), f)))
                    .toList();
        }
        return a.state() instanceof Assessment.Withdrawn
                ? List.of(QuestionnaireMapping.givenUp(a))
                : completed(List.of(a), a.person());
    }

    /** By person alone: what was completed. With a questionnaire: that form's, and the form as it would be filled now. */
    @Override
    public List<QuestionnaireResponse> search(User user, Map<String, List<String>> parameters) {
        List<String> people = parameters.entrySet().stream()
                .filter(p -> !p.getKey().equals("questionnaire"))
                .flatMap(p -> p.getValue().stream())
                .map(FilledForms::last)
                .distinct()
                .toList();
        if (people.size() != 1) {
            return List.of();
        }
        String person = people.getFirst();
        List<String> asked = parameters.getOrDefault("questionnaire", List.of()).stream()
                .map(FilledForms::last)
                .toList();
        return open(user, person, () -> {
            List<Assessment> made = desk.list(person).stream()
                    .filter(a -> asked.isEmpty() || asked.contains(a.form()))
                    .toList();
            List<QuestionnaireResponse> found = new ArrayList<>(completed(made, person));
            asked.forEach(f -> bank.form(f).ifPresent(form -> found.add(prefilled(person, form))));
            return found;
        });
    }

    static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private List<QuestionnaireResponse> completed(List<Assessment> made, String person) {
        Set<String> hidden = marks.hiddenQuestions(person);
        return made.stream()
                .map(a -> a.without(hidden))
                .flatMap(a -> a
                        .complete()
                        .flatMap(c ->
                                bank.form(a.form()).map(f -> QuestionnaireMapping.completed(bank, f, a, c, person)))
                        .stream())
                .toList();
    }

    private QuestionnaireResponse prefilled(String person, Form form) {
        return QuestionnaireMapping.response(bank, form, person + OF_FORM + form.id(), person, known(person, form));
    }

    private List<Answered> known(String person, Form form) {
        Known known = stories.of(person);
        Instant now = time.instant();
        return bank.of(form).stream()
                .flatMap(q -> known
                        .valid(q, now)
                        .map(a ->
                                new Answered(q.id(), a.value(), a.sure(), a.by().name() + ", " + a.by().role(), a.at()))
                        .stream())
                .toList();
    }

    private List<QuestionnaireResponse> open(User user, String person, Supplier<List<QuestionnaireResponse>> read) {
        if (!user.may(Permission.READ_PERSON)) {
            return List.of();
        }
        return switch (door.open(user, person, "forms by FHIR", read)) {
            case RecordDoor.Open<List<QuestionnaireResponse>> open -> open.read();
            case RecordDoor.Closed<List<QuestionnaireResponse>> closed -> List.of();
            case RecordDoor.Nobody<List<QuestionnaireResponse>> nobody -> List.of();
        };
    }
}
