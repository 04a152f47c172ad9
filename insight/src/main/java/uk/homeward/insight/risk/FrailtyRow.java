package uk.homeward.insight.risk;

import java.util.List;

/**
 * One person of a population run.
 *
 * @param person as the file names them
 * @param tenths the Hospital Frailty Risk Score in tenths of a point
 * @param codes the three-character codes that counted, the heaviest first
 * @param tooYoung whether the file gives an age below 75, for which the score was not made
 */
public record FrailtyRow(String person, int tenths, List<String> codes, boolean tooYoung) {

    public HospitalFrailty.Band band() {
        return HospitalFrailty.Band.ofTenths(tenths);
    }
}
