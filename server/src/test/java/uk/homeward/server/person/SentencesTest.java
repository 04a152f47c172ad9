package uk.homeward.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.Place;

class SentencesTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor NURSE = new Actor("u1", "Ruth Kelly", "triage-clinician", "bchc");
    private static final StepId RESPONSE = StepId.of("crisis-response");

    private static final Path FOLDER =
            Path.of(System.getProperty("homeward.root", "..")).resolve("places/birmingham-solihull");
    private static final Pathway PATHWAY = Pathway.load(FOLDER.resolve("pathways/intermediate-care.yaml"));
    private static final Sentences SENTENCES =
            new Sentences(Place.load(FOLDER), new StoryWords(Bank.load(FOLDER, any -> true, any -> true)));

    @Test
    void aJourneyReadsAsPlainSentencesWithTheTitlesOfItsPathway() {
        assertThat(lines(
                        new JourneyEvent.JourneyOpened(
                                "p1",
                                PATHWAY.id(),
                                1,
                                RouteId.of("professional"),
                                new JourneyEvent.Sender("gp", "M85001", "Dr Lewis", "0121"),
                                "Fell in the night",
                                Map.of()),
                        new JourneyEvent.ReferralAccepted(),
                        new JourneyEvent.DecisionMade(
                                DecisionId.of("triage-decision"),
                                OptionId.of("respond"),
                                "",
                                List.of("nurse", "physiotherapist"),
                                "To stay with my cat",
                                "She should go in"),
                        new JourneyEvent.StepStarted(
                                RESPONSE,
                                List.of(new uk.homeward.journey.event.Place(
                                        PoolId.of("response-places"), "no-such-unit", null))),
                        new JourneyEvent.ContactMade(
                                RESPONSE, JourneyEvent.Mode.FACE_TO_FACE, "nurse", "Seen in her kitchen"),
                        new JourneyEvent.ClockPaused(StandardId.of("response-2h"), "person-unavailable"),
                        new JourneyEvent.DelayCaused("therapy-review", "nhs", ""),
                        new JourneyEvent.TeamAssigned("response-east"),
                        new JourneyEvent.JourneyEnded(ExitId.of("stays-home"), "")))
                .containsExactly(
                        "A clinician or registered professional refers, from: GP (Dr Lewis). | Fell in the night",
                        "The referral was accepted.",
                        "Triage decision: crisis response at home within 2 hours. | The person's wish: To stay with my"
                                + " cat\n"
                                + "The family's view: She should go in\n"
                                + "Took part: nurse and physiotherapist",
                        "Crisis response at home began at no such unit.",
                        "Contact face to face by the nurse. | Seen in her kitchen",
                        "The clock 'Crisis response within 2 hours' was paused: person unavailable.",
                        "Held back: waiting for a therapist to say what support is needed. NHS must act.",
                        "Given to the team Crisis response East.",
                        "The journey ended: stays at home.");
    }

    @Test
    void everySentenceSaysWhoToldIt() {
        List<Sentence> sentences = SENTENCES.of(PATHWAY, recorded(new JourneyEvent.NoteAdded("Cat fed")));
        assertThat(sentences.getFirst().by()).isEqualTo("Ruth Kelly, Triage clinician");
        assertThat(Sentences.by(Actor.system("autopilot", "place"))).isEqualTo("Autopilot");
    }

    @Test
    void anAmendmentNamesTheLineThatItPutsRight() {
        assertThat(lines(new JourneyEvent.EventAmended(3, START.plus(Duration.ofMinutes(5)), "Noted late")))
                .containsExactly("Line 3 was put right. It happened at 2 Mar 09:05. | Noted late");
    }

    @Test
    void whatAPersonToldReadsAsTheQuestionThatWasPut() {
        Recorded<PersonEvent> told = new Recorded<>(
                Subject.person("p1"),
                1,
                START,
                START,
                NURSE,
                new PersonEvent.StoryAnswered("walks", "yes", "certain", null));
        assertThat(SENTENCES.of(List.of(told)).getFirst().what())
                .isEqualTo("Can the person walk, with or without an aid?");
    }

    @Test
    void everyQuestionThatRulesUnderstandIsPutInWords() throws IllegalAccessException {
        for (java.lang.reflect.Field field : uk.homeward.journey.journeys.Story.class.getFields()) {
            String key = String.valueOf(field.get(null));
            assertThat(StoryQuestions.list())
                    .extracting(StoryQuestions.Question::key)
                    .contains(key);
        }
    }

    private static List<String> lines(JourneyEvent... events) {
        return SENTENCES.of(PATHWAY, recorded(events)).stream()
                .map(s -> s.what() + (s.detail().isEmpty() ? "" : " | " + s.detail()))
                .toList();
    }

    private static List<Recorded<JourneyEvent>> recorded(JourneyEvent... events) {
        List<Recorded<JourneyEvent>> recorded = new ArrayList<>();
        for (JourneyEvent event : events) {
            Instant at = START.plus(Duration.ofMinutes(recorded.size()));
            recorded.add(new Recorded<>(Subject.journey("j1"), recorded.size() + 1, at, at, NURSE, event));
        }
        return recorded;
    }
}
