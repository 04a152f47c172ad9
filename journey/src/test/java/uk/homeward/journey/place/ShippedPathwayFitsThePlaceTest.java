package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.homeward.journey.pathway.Pathway;

/** The shipped pathway speaks of pools, kinds of team and delay causes; the shipped place must have each of them. */
class ShippedPathwayFitsThePlaceTest {

    private static final Place PLACE = Place.load(TestPlaces.shipped());
    private static final Pathway PATHWAY =
            Pathway.load(TestPlaces.shipped().resolve(Path.of("pathways", "intermediate-care.yaml")));

    @Test
    void whatIsInServiceAddsUpToTheCapacityThatThePathwayStartsFrom() {
        assertThat(PATHWAY.pools().values())
                .isNotEmpty()
                .allSatisfy(pool -> assertThat(PLACE.poolsOf(pool.id()).stream()
                                .mapToDouble(Pool::inService)
                                .sum())
                        .as(pool.id().value())
                        .isEqualTo(pool.capacity()));
    }

    @Test
    void everyKindOfTeamThatCarriesAStepServesEveryLocality() {
        assertThat(PATHWAY.steps().values().stream().map(step -> step.team()).filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(word -> {
                    TeamKind kind = TeamKind.find(word).orElseThrow();
                    assertThat(PLACE.localities().list())
                            .allSatisfy(locality -> assertThat(PLACE.teamsOf(kind, locality.id()))
                                    .isNotEmpty());
                });
    }

    @Test
    void everyDelayCauseOfAStepIsKnown() {
        assertThat(PATHWAY.steps().values().stream()
                        .map(step -> step.delayCause())
                        .filter(Objects::nonNull))
                .isNotEmpty()
                .allMatch(cause -> PLACE.delayCauses().has(CauseId.of(cause)));
    }

    /** Clocks run by the pathway; the place's standards also serve pages and measures. The two must not drift apart. */
    @ParameterizedTest
    @CsvSource({
        "accept-15min, hub-accept",
        "triage-30min, hub-triage",
        "response-2h, opal-2h",
        "front-door-4h, 4h",
        "home-start-2d, enable-2d",
        "bed-2d, bed-2d",
        "recovery-5d, recovery-5d",
        "enablement-6w, enable-6w"
    })
    void whereBothNameAPromiseItIsTheSame(String pathwayStandard, String placeStandard) {
        Standard place = PLACE.standards().get(StandardId.of(placeStandard));
        Duration limit = switch (place.unit()) {
            case "minutes" -> Duration.ofMinutes((long) place.limit());
            case "hours" -> Duration.ofHours((long) place.limit());
            default -> Duration.ofDays((long) place.limit());
        };
        assertThat(PATHWAY.get(uk.homeward.journey.pathway.StandardId.of(pathwayStandard))
                        .within())
                .isEqualTo(limit);
    }
}
