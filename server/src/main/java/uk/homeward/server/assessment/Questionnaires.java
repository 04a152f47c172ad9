package uk.homeward.server.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.OwnResources;

/** The place's forms as FHIR Questionnaires. */
@Component
class Questionnaires implements OwnResources {

    private final Bank bank;

    Questionnaires(Bank bank) {
        this.bank = bank;
    }

    @Override
    public String type() {
        return "Questionnaire";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("name", "title", "url");
    }

    @Override
    public Optional<Questionnaire> find(User user, String id) {
        return bank.form(id).map(f -> QuestionnaireMapping.questionnaire(bank, f));
    }

    @Override
    public List<Questionnaire> search(User user, Map<String, List<String>> parameters) {
        return bank.forms().values().stream()
                .map(f -> QuestionnaireMapping.questionnaire(bank, f))
                .filter(q -> parameters.entrySet().stream()
                        .allMatch(p -> p.getValue().stream().allMatch(v -> fits(q, p.getKey(), v))))
                .toList();
    }

    private static boolean fits(Questionnaire q, String parameter, String value) {
        return switch (parameter) {
            case "url" -> q.getUrl().equals(value);
            case "title" -> q.getTitle().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            default -> q.getName().startsWith(value.toLowerCase(Locale.ROOT));
        };
    }
}
