package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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
}
