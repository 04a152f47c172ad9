package uk.homeward.server.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.MarkedItems;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;

/** Reads the forms of one person; to be called where the record was opened. */
@Component("formsOfPeople")
class PersonForms {

    private final AssessmentDesk desk;
    private final Stories stories;
    private final PersonCards cards;
    private final MarkedItems marks;
    private final Bank bank;
    private final Place place;
    private final PlaceTime time;

    PersonForms(
            AssessmentDesk desk,
            Stories stories,
            PersonCards cards,
            MarkedItems marks,
            Bank bank,
            Place place,
            PlaceTime time) {
        this.marks = marks;
        this.desk = desk;
        this.stories = stories;
        this.cards = cards;
        this.bank = bank;
        this.place = place;
        this.time = time;
    }

    /** What is known of a person, and every assessment that was made. */
    record OfPerson(PersonCard card, Known known, List<FormLine> forms, List<Assessment> assessments) {

        OfPerson {
            forms = List.copyOf(forms);
            assessments = List.copyOf(assessments);
        }
    }

    /** An assessment as the reader of the person's record may see it. */
    Assessment shown(Assessment assessment) {
        return assessment.without(marks.hiddenQuestions(assessment.person()));
    }

    OfPerson of(String person, User user) {
        Known known = stories.of(person);
        Set<String> hidden = marks.hiddenQuestions(person);
        List<Assessment> made = desk.list(person).reversed().stream()
                .map(a -> a.without(hidden))
                .toList();
        List<FormLine> lines = bank.forms().values().stream()
                .map(f -> line(f, known, made, user.organisation()))
                .toList();
        return new OfPerson(cards.find(person).orElseThrow(), known, lines, made);
    }

    private FormLine line(Form form, Known known, List<Assessment> made, String organisation) {
        Instant now = time.instant();
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        int valid = (int) bank.of(form).stream()
                .filter(q -> known.valid(q, now).isPresent())
                .count();
        return new FormLine(
                form,
                valid,
                form.questions().size(),
                first(made, form, a -> a.state() instanceof Assessment.Open),
                first(made, form, a -> a.standsFor(organisation, today)));
    }

    private static @Nullable Assessment first(
            List<Assessment> made, Form form, java.util.function.Predicate<Assessment> is) {
        Optional<Assessment> found =
                made.stream().filter(a -> a.form().equals(form.id())).filter(is).findFirst();
        return found.orElse(null);
    }
}
