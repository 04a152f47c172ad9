package uk.homeward.server.record.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import uk.homeward.journey.preferences.Decision;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonRecord;

/** What is known of a person beside journeys: carers, story, decisions, stays, who told and who looked. */
final class PersonMapping {

    private static final int TOLD = 200;
    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String LOINC = "http://loinc.org";
    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String AUDIT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";

    private PersonMapping() {}

    static List<RelatedPerson> carers(Known known) {
        return known.card().list(PersonCard.Kind.CARER).stream()
                .map(c -> carer(known, c))
                .toList();
    }

    private static RelatedPerson carer(Known known, PersonCard.Note note) {
        RelatedPerson carer = new RelatedPerson();
        carer.setId(Known.id(known.person(), "carer/" + note.key()));
        carer.setActive(true);
        carer.setPatient(known.patient());
        carer.addName().setText(note.words());
        carer.addRelationship(JourneyMapping.text(note.detail()));
        return carer;
    }

    static List<QuestionnaireResponse> story(Known known) {
        List<PersonCard.Note> answers = known.card().list(PersonCard.Kind.STORY);
        if (answers.isEmpty()) {
            return List.of();
        }
        QuestionnaireResponse story = new QuestionnaireResponse();
        story.setId(Known.id(known.person(), "story"));
        story.setStatus(QuestionnaireResponseStatus.COMPLETED);
        story.setSubject(known.patient());
        answers.stream()
                .map(PersonCard.Note::toldAt)
                .max(java.time.Instant::compareTo)
                .ifPresent(at -> story.setAuthored(Date.from(at)));
        for (PersonRecord.Asked asked : known.record().asked()) {
            if (asked.answer() != null) {
                story.addItem()
                        .setLinkId(asked.question())
                        .setText(asked.title())
                        .addAnswer()
                        .setValue(new StringType(asked.answer().words()));
            }
        }
        return List.of(story);
    }

    /** Decisions about care as advance care directives: those that hold are active, earlier ones are kept as inactive. */
    static List<Consent> decisions(Known known) {
        return known.decisions().all().stream().map(d -> decision(known, d)).toList();
    }

    private static Consent decision(Known known, Decision d) {
        Consent consent = new Consent();
        consent.setId(Known.id(d.person(), "decision/" + d.sequence()));
        boolean draft = d.holds() && !d.isEndorsed();
        consent.setStatus(draft ? ConsentState.PROPOSED : d.holds() ? ConsentState.ACTIVE : ConsentState.INACTIVE);
        consent.getScope().addCoding(new Coding(SCOPE, "adr", "Advanced Care Directive"));
        consent.addCategory()
                .addCoding(new Coding(LOINC, "42348-3", "Advance directives"))
                .setText(d.kind().title());
        consent.setPatient(known.patient());
        consent.setDateTime(Date.from(d.at()));
        consent.addPerformer(new Reference().setDisplay(d.decidedBy()));
        consent.getPolicyRule().setText(d.title() + (d.remark().isBlank() ? "" : ". " + d.remark()));
        Consent.ConsentVerificationComponent verified = consent.addVerification();
        verified.setVerified(d.endorsedBy() != null);
        if (d.endorsedBy() != null) {
            verified.setVerifiedWith(new Reference()
                    .setDisplay(Objects.requireNonNull(d.endorsedBy()).clinician()));
            verified.setVerificationDate(
                    Date.from(Objects.requireNonNull(d.endorsedBy()).at()));
        }
        return consent;
    }

    static List<Encounter> stays(Known known) {
        return known.record().stays().stream().map(s -> stay(known, s)).toList();
    }

    private static Encounter stay(Known known, PersonRecord.StayLine s) {
        Encounter encounter = new Encounter();
        encounter.setId(Known.id(known.person(), "stay/" + s.id()));
        encounter.setStatus(s.leftAt() == null ? EncounterStatus.INPROGRESS : EncounterStatus.FINISHED);
        encounter.setClass_(new Coding(ACT, "IMP", "inpatient encounter"));
        encounter.addType().setText("Hospital stay");
        encounter.setSubject(known.patient());
        encounter.setServiceProvider(new Reference().setDisplay(s.hospital()));
        if (s.arrivedAt() != null) {
            encounter.getPeriod().setStart(Date.from(Objects.requireNonNull(s.arrivedAt())));
        }
        if (s.leftAt() != null) {
            encounter.getPeriod().setEnd(Date.from(Objects.requireNonNull(s.leftAt())));
        }
        if (s.location() != null && !s.location().isBlank()) {
            encounter.addLocation().setLocation(new Reference().setDisplay(s.location()));
        }
        return encounter;
    }

    /** Who told what, the newest first. */
    static List<Provenance> told(Known known) {
        List<Provenance> told = new ArrayList<>();
        for (PersonRecord.Happened h : known.record().timeline()) {
            if (told.size() < TOLD) {
                told.add(provenance(known, h));
            }
        }
        return told;
    }

    private static Provenance provenance(Known known, PersonRecord.Happened h) {
        Provenance provenance = new Provenance();
        String about = h.journey() == null ? "person" : h.journey();
        provenance.setId(Known.id(
                known.person(),
                "told/" + about + "/" + h.sentence().sequence() + "/"
                        + h.sentence().what()));
        provenance.addTarget(known.patient());
        if (h.journey() != null) {
            provenance.addTarget(new Reference("ServiceRequest/" + h.journey()));
        }
        provenance.setRecorded(Date.from(h.sentence().told()));
        provenance.addAgent().setWho(new Reference().setDisplay(h.sentence().by()));
        provenance.setActivity(JourneyMapping.text(h.sentence().what()));
        return provenance;
    }

    /** Who looked. */
    static List<AuditEvent> looks(Known known) {
        return known.record().looks().stream().map(l -> look(known, l)).toList();
    }

    private static AuditEvent look(Known known, PersonRecord.Look l) {
        AuditEvent event = new AuditEvent();
        event.setId(Known.id(known.person(), "look/" + l.at() + "/" + l.name() + "/" + l.what()));
        event.setType(new Coding(AUDIT_TYPE, "rest", "Read"));
        event.setAction(AuditEventAction.R);
        event.setRecorded(Date.from(l.at()));
        event.setOutcome(AuditEventOutcome._0);
        event.setPurposeOfEvent(List.of(JourneyMapping.text(l.reason().isBlank() ? "care" : l.reason())));
        event.addAgent()
                .setRequestor(true)
                .setName(l.name())
                .addRole(JourneyMapping.text(l.role() + ", " + l.organisation()));
        event.getSource().setObserver(new Reference().setDisplay("Homeward"));
        event.addEntity().setWhat(known.patient()).setDescription(l.what());
        return event;
    }
}
