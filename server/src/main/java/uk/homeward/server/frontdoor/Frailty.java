package uk.homeward.server.frontdoor;

import java.util.Locale;
import uk.homeward.journey.person.FrailtyBand;

/** The frailty band that a recorded clinical value from 1 to 9 suggests, for a form to begin with. */
final class Frailty {

    private static final int FIT_TO = 3;
    private static final int MILD_TO = 5;
    private static final int MODERATE_TO = 6;

    private Frailty() {}

    /** 1 to 3 is fit, 4 and 5 mild (vulnerable counts as mild), 6 moderate, 7 and above severe. */
    static String word(int clinical) {
        FrailtyBand band = clinical <= FIT_TO
                ? FrailtyBand.FIT
                : clinical <= MILD_TO
                        ? FrailtyBand.MILD
                        : clinical <= MODERATE_TO ? FrailtyBand.MODERATE : FrailtyBand.SEVERE;
        return band.name().toLowerCase(Locale.ROOT);
    }
}
