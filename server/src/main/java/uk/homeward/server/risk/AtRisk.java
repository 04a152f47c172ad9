package uk.homeward.server.risk;

import uk.homeward.insight.risk.HospitalFrailty;
import uk.homeward.insight.risk.RiskPyramid.Tier;

/**
 * One person as risk sees them, without a name.
 *
 * @param tenths the Hospital Frailty Risk Score in tenths of a point
 * @param segment the id of the segment
 * @param why the heaviest reasons, in words
 * @param came true if they came to a hospital as an emergency in the last 90 days
 * @param tenthsBefore the score as it was 90 days ago
 */
record AtRisk(
        String person,
        String locality,
        String practice,
        String ageBand,
        String sex,
        String ethnicity,
        String deprivation,
        int tenths,
        int charlson,
        String segment,
        Tier tier,
        Tier aYearAgo,
        String why,
        boolean came,
        int tenthsBefore) {

    HospitalFrailty.Band band() {
        return HospitalFrailty.Band.ofTenths(tenths);
    }

    HospitalFrailty.Band bandBefore() {
        return HospitalFrailty.Band.ofTenths(tenthsBefore);
    }

    double score() {
        return tenths / 10.0;
    }
}
