package uk.homeward.journey.assessment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.AgreementEvent;

/**
 * What the rules know beside the assessment itself.
 *
 * @param known what the person has told
 * @param others every other assessment of the person
 * @param agreements those that hold, by their ids
 */
public record AssessmentSituation(
        Bank bank,
        Known known,
        List<Assessment> others,
        Map<String, AgreementEvent.Terms> agreements,
        Instant at,
        ZoneId zone,
        Actor by) {

    public AssessmentSituation {
        others = List.copyOf(others);
        agreements = Map.copyOf(agreements);
    }

    java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(at, zone);
    }
}
