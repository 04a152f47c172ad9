package uk.homeward.journey.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.matching.Terms;

class ContinuingCareTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Terms.ContinuingCare TERMS = Terms.load(
                    Path.of(Objects.requireNonNull(System.getProperty("homeward.root")), "places/birmingham-solihull"))
            .continuingCare();

    @Test
    void a_decision_is_due_within_28_days_and_by_fast_track_within_48_hours() {
        assertThat(asked(false).due(TERMS)).isEqualTo(ASKED.plus(Duration.ofDays(28)));
        assertThat(asked(true).due(TERMS)).isEqualTo(ASKED.plus(Duration.ofHours(48)));
    }

    private static ContinuingCareCase asked(boolean fastTrack) {
        return new ContinuingCareCase(
                "Priya Nair", "0121 496 0777", fastTrack, ASKED, null, "", null, null, Set.of(), null, null, null);
    }
}
