package uk.homeward.server.assessment;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Question;
import uk.homeward.journey.event.AssessmentEvent.Answered;

/** Forms and what fills them, as Questionnaire and QuestionnaireResponse. */
final class QuestionnaireMapping {

    /** Beside an answer: how sure it is, who told it and when, and why it was asked although it was known. */
    static final String SURE = "urn:homeward:how-sure";

    static final String WHO = "urn:homeward:told-by";
    static final String WHEN = "urn:homeward:told-at";
    static final String WHY = "urn:homeward:asked-again-because";
    static final String CANONICAL = "urn:homeward:Questionnaire/";
    static final String CHOICES = "urn:homeward:question/";

    private QuestionnaireMapping() {}

    static Questionnaire questionnaire(Bank bank, Form form) {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire.setId(form.id());
        questionnaire.setUrl(CANONICAL + form.id());
        questionnaire.setName(form.id());
        questionnaire.setTitle(form.title());
        questionnaire.setStatus(PublicationStatus.ACTIVE);
        questionnaire.addSubjectType("Patient");
        questionnaire.setPurpose(form.purpose());
        for (int i = 0; i < form.sections().size(); i++) {
            Form.Section section = form.sections().get(i);
            QuestionnaireItemComponent group = questionnaire.addItem();
            group.setLinkId("section-" + (i + 1)).setText(section.title()).setType(QuestionnaireItemType.GROUP);
            section.all()
                    .forEach(q -> group.addItem(item(
                            bank.question(q).orElseThrow(), section.questions().contains(q))));
        }
        return questionnaire;
    }

    private static QuestionnaireItemComponent item(Question question, boolean required) {
        QuestionnaireItemComponent item = new QuestionnaireItemComponent();
        item.setLinkId(question.id()).setText(question.text()).setRequired(required);
        item.setType(
                switch (question.kind()) {
                    case CHOICE -> QuestionnaireItemType.CHOICE;
                    case WORDS -> QuestionnaireItemType.TEXT;
                    case NUMBER -> QuestionnaireItemType.DECIMAL;
                    case DAY -> QuestionnaireItemType.DATE;
                });
        if (question.kind() == Question.Kind.CHOICE) {
            question.offered().forEach(c -> item.addAnswerOption().setValue(coding(question, c.word())));
        }
        return item;
    }

    private static Coding coding(Question question, String word) {
        return new Coding(CHOICES + question.id(), word, question.words(word));
    }

    /** A form with these answers. */
    static QuestionnaireResponse response(Bank bank, Form form, String id, String person, List<Answered> answers) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId(id);
        response.setQuestionnaireElement(new CanonicalType(CANONICAL + form.id()));
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.setSubject(new Reference("Patient/" + person));
        for (int i = 0; i < form.sections().size(); i++) {
            Form.Section section = form.sections().get(i);
            QuestionnaireResponseItemComponent group = new QuestionnaireResponseItemComponent();
            group.setLinkId("section-" + (i + 1)).setText(section.title());
            section.all().forEach(q -> find(answers, q).ifPresent(a -> group.addItem(answered(bank, a))));
            if (group.hasItem()) {
                response.addItem(group);
            }
        }
        return response;
    }

    /** An assessment that is being filled, with what is known now. */
    static QuestionnaireResponse open(
            Bank bank, Form form, Assessment assessment, String person, List<Answered> known) {
        QuestionnaireResponse response = response(bank, form, assessment.id(), person, known);
        version(response, assessment);
        return response;
    }

    /** An assessment that was given up; its answers stay in the person's story. */
    static QuestionnaireResponse givenUp(Assessment assessment) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId(assessment.id());
        response.setQuestionnaireElement(new CanonicalType(CANONICAL + assessment.form()));
        response.setStatus(QuestionnaireResponseStatus.STOPPED);
        response.setSubject(new Reference("Patient/" + assessment.person()));
        version(response, assessment);
        return response;
    }

    private static void version(QuestionnaireResponse response, Assessment assessment) {
        response.getMeta().setVersionId(String.valueOf(assessment.version()));
    }

    /** A completed assessment. */
    static QuestionnaireResponse completed(
            Bank bank, Form form, Assessment assessment, Assessment.Complete complete, String person) {
        QuestionnaireResponse response = response(bank, form, assessment.id(), person, complete.answers());
        version(response, assessment);
        response.setStatus(
                assessment.state() instanceof Assessment.Flawed
                        ? QuestionnaireResponseStatus.ENTEREDINERROR
                        : QuestionnaireResponseStatus.COMPLETED);
        response.setAuthored(Date.from(complete.at()));
        response.setAuthor(new Reference()
                .setDisplay(complete.by().name() + ", " + complete.by().role()));
        return response;
    }

    private static Optional<Answered> find(List<Answered> answers, String question) {
        return answers.stream().filter(a -> a.question().equals(question)).findFirst();
    }

    private static QuestionnaireResponseItemComponent answered(Bank bank, Answered a) {
        Question question = bank.question(a.question()).orElseThrow();
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
        item.setLinkId(a.question()).setText(question.text());
        QuestionnaireResponseItemAnswerComponent answer = item.addAnswer();
        answer.setValue(value(question, a.answer()));
        answer.addExtension(SURE, new CodeType(a.sure()));
        answer.addExtension(WHO, new StringType(a.toldBy()));
        answer.addExtension(WHEN, new DateTimeType(Date.from(a.toldAt())));
        return item;
    }

    private static Type value(Question question, String answer) {
        if (question.fault(answer).isPresent() || answer.equals(Question.NOT_KNOWN.word())) {
            return question.kind() == Question.Kind.CHOICE
                            && question.fault(answer).isEmpty()
                    ? coding(question, answer)
                    : new StringType(answer);
        }
        return switch (question.kind()) {
            case CHOICE -> coding(question, answer);
            case WORDS -> new StringType(answer);
            case NUMBER -> new DecimalType(answer);
            case DAY -> new DateType(answer);
        };
    }
}
