package uk.homeward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.journey.person.FrailtyBand;

/** Whoever comes is somebody, however many of their kind are on their way or dead. */
class FolkTest {

    private static final Folk.Kind SEVERE = new Folk.Kind(FrailtyBand.SEVERE, true, false);

    private static Somebody somebody(Folk folk, FrailtyBand band) {
        return new Somebody(Folk.id(folk.size()), "Ada", "Cole", true, "central", band, true, false, false, "English");
    }

    @Test
    void whereNobodyOfTheirKindIsFreeTheNearestComes() {
        Folk folk = new Folk();
        for (FrailtyBand band : FrailtyBand.values()) {
            folk.add(somebody(folk, band));
        }
        Chance chance = new Luck(1).chance("x", "who");
        Somebody severe = folk.pick(SEVERE, chance).orElseThrow();
        assertThat(severe.band()).isEqualTo(FrailtyBand.SEVERE);
        folk.died(severe.id());
        Somebody next = folk.pick(SEVERE, chance).orElseThrow();
        assertThat(next.band()).isEqualTo(FrailtyBand.MODERATE);
        folk.setsOut(next.id());
        assertThat(folk.pick(SEVERE, chance).orElseThrow().band()).isEqualTo(FrailtyBand.MILD);
        assertThat(new Folk().pick(SEVERE, chance)).isEmpty();
    }
}
