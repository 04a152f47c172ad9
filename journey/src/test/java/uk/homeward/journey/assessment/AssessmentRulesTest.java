package uk.homeward.journey.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.assessment.Question.Choice;
import uk.homeward.journey.assessment.Question.Kind;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;

/** One story, many forms: what is known fills them, another assessment needs a reason, and others rely on one by agreement. */
class AssessmentRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor WARD = new Actor("w", "Wendy Ward", "ward", "hospital");
    private static final Actor COUNCIL = new Actor("c", "Carl Council", "coordinator", "council");
    private static final Question WALKS = question("walks", 28, "");
    private static final Question STAIRS = question("stairs", 0, "");
    private static final Form FORM = new Form(
            "therapy",
            "Therapy",
            "What they can do",
            42,
            List.of(new Form.Section("Now", List.of("walks", "stairs"), List.of())),
            new Form.Result(List.of(new Form.When(Map.of("no", 2), Map.of())), "Much help", "Little help"),
            "");
    private static final Bank BANK =
            new Bank(Map.of("walks", WALKS, "stairs", STAIRS), Map.of("therapy", FORM), Map.of());
    private static final AgreementEvent.Terms TERMS = new AgreementEvent.Terms(
            "Hospital for council",
            "hospital",
            "council",
            List.of("therapy"),
            List.of("ward"),
            "Trained",
            14,
            "They talk",
            LocalDate.of(2020, 1, 1),
            null,
            "");

    private final List<Recorded<PersonEvent>> story = new ArrayList<>();
    private final List<Recorded<Event>> told = new ArrayList<>();
    private Map<String, AgreementEvent.Terms> agreements = Map.of("one", TERMS);
    private Instant at = NOW;

    @Test
    void an_answer_given_once_is_not_asked_again_without_a_reason() {
        answered("walks", "yes");
        Asking same = asking(new Given("walks", "yes", "certain", ""));
        assertThat(same.facts()).isEmpty();
        assertThat(same.asked()).isEmpty();
        Asking other = asking(new Given("walks", "no", "certain", ""));
        assertThat(other.facts()).isEmpty();
        assertThat(other.faults().get("walks"))
                .contains("answered before")
                .contains("Wendy Ward")
                .contains("Write why");
        Asking reasoned = asking(new Given("walks", "no", "likely", "They fell last night"));
        assertThat(reasoned.facts())
                .containsExactly(new PersonEvent.StoryAnswered("walks", "no", "likely", "They fell last night"));
        assertThat(reasoned.asked()).containsExactly(new AssessmentEvent.Asked("walks", AssessmentEvent.Asking.AGAIN));
    }

    @Test
    void an_answer_that_is_too_old_is_asked_again_and_not_counted_as_repeated() {
        answered("walks", "yes");
        at = NOW.plus(28, ChronoUnit.DAYS);
        Asking renewed = asking(new Given("walks", "yes", "certain", ""));
        assertThat(renewed.facts()).containsExactly(new PersonEvent.StoryAnswered("walks", "yes", "certain", null));
        assertThat(renewed.asked())
                .containsExactly(new AssessmentEvent.Asked("walks", AssessmentEvent.Asking.OUTDATED));
        assertThat(Known.of(story).valid(STAIRS, at)).isEmpty();
    }

    @Test
    void what_nobody_asked_for_or_offers_is_refused_by_its_question() {
        Asking asking = asking(
                new Given("shoe-size", "7", "certain", ""),
                new Given("walks", "perhaps", "certain", ""),
                new Given("stairs", "yes", "rather", ""));
        assertThat(asking.faults().get("shoe-size")).contains("does not ask");
        assertThat(asking.faults().get("walks")).contains("(perhaps)");
        assertThat(asking.faults().get("stairs")).contains("how sure");
        assertThat(asking.facts()).isEmpty();
    }

    @Test
    void a_form_is_complete_once_nothing_is_missing_and_keeps_where_each_answer_came_from() {
        begin(WARD, "");
        answered("walks", "no");
        assertThat(refused(WARD, new AssessmentCommand.Complete()).why()).contains("Still to be asked: Is it stairs?");
        answered("stairs", "no");
        done(WARD, new AssessmentCommand.Complete());
        Assessment.Complete complete = standing().complete().orElseThrow();
        assertThat(complete.result()).isEqualTo("Much help");
        assertThat(complete.validUntil()).isEqualTo(LocalDate.of(2026, 4, 13));
        assertThat(complete.answers().getFirst().toldBy()).isEqualTo("Wendy Ward, ward");
        assertThat(complete.trusted())
                .containsExactly(new AssessmentEvent.Trusted("one", "council", LocalDate.of(2026, 3, 16)));
    }

    @Test
    void the_receiving_side_relies_on_it_only_by_agreement_and_only_as_long_as_that_says() {
        whole(WARD);
        assertThat(standing().standsFor("council", LocalDate.of(2026, 3, 16))).isTrue();
        assertThat(standing().standsFor("council", LocalDate.of(2026, 3, 17))).isFalse();
        assertThat(standing().standsFor("hospital", LocalDate.of(2026, 3, 17))).isTrue();
        assertThat(standing().standsFor("practice", LocalDate.of(2026, 3, 3))).isFalse();
        done(COUNCIL, new AssessmentCommand.Rely());
        assertThat(standing().reliedOn()).containsExactly("council");
        done(COUNCIL, new AssessmentCommand.Rely());
        assertThat(told.stream().filter(r -> r.event() instanceof AssessmentEvent.AssessmentReliedOn))
                .hasSize(1);
        assertThat(refused(new Actor("p", "Pat", "referrer", "practice"), new AssessmentCommand.Rely())
                        .code())
                .isEqualTo("no-agreement");
    }

    @Test
    void nobody_is_trusted_without_the_competence_that_was_agreed() {
        whole(new Actor("t", "Tom", "therapist", "hospital"));
        assertThat(standing().complete().orElseThrow().trusted()).isEmpty();
    }

    @Test
    void an_agreement_that_does_not_hold_that_day_gives_nothing() {
        agreements = Map.of();
        whole(WARD);
        assertThat(standing().standsFor("council", LocalDate.of(2026, 3, 3))).isFalse();
    }

    @Test
    void one_is_enough_unless_somebody_says_why_another_is_needed() {
        whole(WARD);
        Assessment first = standing();
        told.clear();
        AssessmentEvent.AssessmentRefused refused =
                refused(COUNCIL, new AssessmentCommand.Begin("p", "therapy", ""), first);
        assertThat(refused.code()).isEqualTo("one-is-enough");
        assertThat(refused.why()).contains("Wendy Ward").contains("Use it, or write why");
        AssessmentHandling.Outcome reasoned = AssessmentHandling.answer(
                null, new AssessmentCommand.Begin("p", "therapy", "They fell since"), situation(COUNCIL, first));
        assertThat(reasoned)
                .isEqualTo(new AssessmentHandling.Done(
                        List.of(new AssessmentEvent.AssessmentBegun("p", "therapy", "They fell since"))));
        AssessmentHandling.Outcome untrusting = AssessmentHandling.answer(
                null,
                new AssessmentCommand.Begin("p", "therapy", ""),
                situation(new Actor("p", "Pat", "referrer", "practice"), first));
        assertThat(untrusting).isInstanceOf(AssessmentHandling.Done.class);
    }

    @Test
    void a_challenge_comes_from_the_other_side_says_why_and_is_answered_by_those_who_made_it() {
        whole(WARD);
        AssessmentCommand.Challenge challenge = new AssessmentCommand.Challenge(List.of("walks"), "They cannot walk");
        assertThat(refused(WARD, challenge).code()).isEqualTo("own-assessment");
        assertThat(refused(COUNCIL, new AssessmentCommand.Challenge(List.of(), " "))
                        .code())
                .isEqualTo("no-reason");
        done(COUNCIL, challenge);
        assertThat(standing().standsFor("council", LocalDate.of(2026, 3, 3))).isFalse();
        AssessmentCommand.AnswerChallenge upheld = new AssessmentCommand.AnswerChallenge(true, "We ask again");
        assertThat(refused(COUNCIL, upheld).code()).isEqualTo("not-yours");
        done(WARD, upheld);
        assertThat(standing().state()).isInstanceOf(Assessment.Flawed.class);
        assertThat(refused(COUNCIL, challenge).code()).isEqualTo("not-complete");
    }

    @Test
    void a_challenge_that_is_answered_lets_the_assessment_stand_again() {
        whole(WARD);
        done(COUNCIL, new AssessmentCommand.Challenge(List.of(), "We doubt it"));
        done(WARD, new AssessmentCommand.AnswerChallenge(false, "Seen by two therapists"));
        assertThat(standing().standsFor("council", LocalDate.of(2026, 3, 3))).isTrue();
    }

    @Test
    void only_those_who_began_it_give_it_up_and_they_say_why() {
        begin(WARD, "");
        assertThat(refused(COUNCIL, new AssessmentCommand.Withdraw("No need")).code())
                .isEqualTo("not-yours");
        assertThat(refused(WARD, new AssessmentCommand.Withdraw("")).code()).isEqualTo("no-reason");
        done(WARD, new AssessmentCommand.Withdraw("The person went home"));
        assertThat(refused(WARD, new AssessmentCommand.Complete()).code()).isEqualTo("not-open");
    }

    private void whole(Actor by) {
        begin(by, "");
        answered("walks", "yes");
        answered("stairs", "no");
        done(by, new AssessmentCommand.Complete());
    }

    private void begin(Actor by, String again) {
        done(by, new AssessmentCommand.Begin("p", "therapy", again));
    }

    private void answered(String question, String answer) {
        story.add(new Recorded<>(
                Subject.person("p"),
                story.size() + 1,
                NOW,
                NOW,
                WARD,
                new PersonEvent.StoryAnswered(question, answer, "certain", null)));
    }

    private Asking asking(Given... given) {
        return Asking.of(BANK, FORM, Known.of(story), List.of(given), at);
    }

    private Assessment standing() {
        return Assessment.of(told).orElseThrow();
    }

    private void done(Actor by, AssessmentCommand command) {
        AssessmentHandling.Outcome outcome =
                AssessmentHandling.answer(Assessment.of(told).orElse(null), command, situation(by));
        assertThat(outcome).isInstanceOf(AssessmentHandling.Done.class);
        ((AssessmentHandling.Done) outcome)
                .events()
                .forEach(
                        e -> told.add(new Recorded<>(Subject.assessment("a"), told.size() + 1, at, at, by, (Event) e)));
    }

    private AssessmentEvent.AssessmentRefused refused(Actor by, AssessmentCommand command, Assessment... others) {
        AssessmentHandling.Outcome outcome =
                AssessmentHandling.answer(Assessment.of(told).orElse(null), command, situation(by, others));
        assertThat(outcome).isInstanceOf(AssessmentHandling.Not.class);
        return ((AssessmentHandling.Not) outcome).kept();
    }

    private AssessmentSituation situation(Actor by, Assessment... others) {
        return new AssessmentSituation(
                BANK, Known.of(story), List.of(others), agreements, at, ZoneId.of("Europe/London"), by);
    }

    private static Question question(String id, int validDays, String from) {
        return new Question(
                id,
                "Is it " + id + "?",
                "",
                Kind.CHOICE,
                List.of(new Choice("yes", "Yes"), new Choice("no", "No")),
                validDays,
                from);
    }
}
