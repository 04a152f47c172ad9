package uk.homeward.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.place.Place;

class SpellSentencesTest {

    private static final Place PLACE = Place.load(
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root"))).resolve("places/birmingham-solihull"));

    private final Sentences sentences = new Sentences(PLACE, new StoryWords(new Bank(Map.of(), Map.of(), Map.of())));

    @Test
    void name_the_hospital_and_say_what_happened() {
        assertThat(sentence(new SpellEvent.Arrived("p", "heartlands", "V1", "ED bay 4", "Fall at home")))
                .isEqualTo("Arrived at "
                        + PLACE.sites()
                                .get(uk.homeward.journey.place.SiteId.of("heartlands"))
                                .title() + ", ED bay 4. Fall at home");
        assertThat(sentence(new SpellEvent.Moved("p", "heartlands", "V1", "Ward 5", "Ward 20")))
                .isEqualTo("Moved within the hospital from Ward 5 to Ward 20. ");
        assertThat(sentence(new SpellEvent.Discharged("p", "elsewhere", "V1", "own-home")))
                .isEqualTo("Left elsewhere for: own home. ");
        assertThat(sentence(new SpellEvent.DischargeExpected(
                        "p", "elsewhere", "V1", Instant.parse("2026-07-03T09:00:00Z"))))
                .as("in the place's own time")
                .isEqualTo("Expected to leave elsewhere on 3 Jul 10:00. ");
    }

    @Test
    void say_plainly_that_something_was_taken_back() {
        assertThat(sentence(new SpellEvent.AdmissionCancelled("p", "elsewhere", "V1")))
                .isEqualTo("The admission to elsewhere was cancelled. ");
        assertThat(sentence(new SpellEvent.MoveCancelled("p", "elsewhere", "V1", null)))
                .isEqualTo("A move was cancelled. ");
        assertThat(sentence(new SpellEvent.DischargeCancelled("p", "elsewhere", "V1", "Ward 5")))
                .isEqualTo("Had not left elsewhere after all, Ward 5. ");
        assertThat(sentence(new SpellEvent.Admitted("p", "elsewhere", "V1", null)))
                .isEqualTo("Was given a bed at elsewhere. ");
    }

    private String sentence(SpellEvent event) {
        Instant at = Instant.parse("2026-07-01T09:00:00Z");
        Sentence sentence = sentences
                .ofStay(List.of(new Recorded<>(Subject.spell("uhb/p"), 1, at, at, Actor.system("hl7", "uhb"), event)))
                .getFirst();
        return sentence.what() + " " + sentence.detail();
    }
}
