package uk.homeward.server.assessment;

import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;
import uk.homeward.server.access.Role;

/** What pages call organisations, roles, forms and states. */
@Component
public final class Titles {

    private final Place place;
    private final Bank bank;

    Titles(Place place, Bank bank) {
        this.place = place;
        this.bank = bank;
    }

    /** The name of an organisation or provider; the id of one that the place does not know. */
    public String organisation(String id) {
        return place.organisations().stream()
                .filter(o -> o.id().value().equals(id))
                .map(Organisation::title)
                .findFirst()
                .or(() -> place.providers().stream()
                        .filter(p -> p.id().value().equals(id))
                        .map(Provider::title)
                        .findFirst())
                .orElse(id);
    }

    public String role(String word) {
        return Role.find(word).map(Role::title).orElse(word);
    }

    public String form(String id) {
        return bank.form(id).map(Form::title).orElse(id);
    }

    public String question(String id) {
        return bank.question(id).map(q -> q.text()).orElse(id);
    }

    /** An answer in the words of its question. */
    public String answer(String question, String answer) {
        return bank.question(question).map(q -> q.words(answer)).orElse(answer);
    }

    /** {@code Grace Osei, Therapist}. */
    public String by(Actor actor) {
        return actor.isSystem() ? actor.name() : actor.name() + ", " + role(actor.role());
    }

    /** How an assessment stands, in a few words. */
    public String state(Assessment assessment) {
        return switch (assessment.state()) {
            case Assessment.Open open -> "Being filled";
            case Assessment.Complete complete -> "Complete";
            case Assessment.Challenged challenged -> "Challenged";
            case Assessment.Flawed flawed -> "Judged flawed";
            case Assessment.Withdrawn withdrawn -> "Given up";
        };
    }
}
