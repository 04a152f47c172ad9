package uk.homeward.journey.person;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What steers a pathway and is known of the person already, so that no door asks for it again. */
public final class KnownAttributes {

    private KnownAttributes() {}

    /**
     * The attributes of a journey by name.
     *
     * @param frailty the clinical value from 1 to 9; 0 where nobody recorded one, which leaves it out
     * @param locality blank where it is not known, which leaves it out
     * @return a map that may be added to
     */
    public static Map<String, String> of(boolean livesAlone, boolean dementia, int frailty, String locality) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("lives-alone", livesAlone ? "yes" : "no");
        known.put("dementia", dementia ? "yes" : "no");
        if (frailty > 0) {
            known.put("frailty", FrailtyBand.ofClinical(frailty).name().toLowerCase(Locale.ROOT));
        }
        if (!locality.isBlank()) {
            known.put("locality", locality);
        }
        return known;
    }
}
