package uk.homeward.server.exchange.hl7;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.Sender;

/**
 * How one sender writes its messages. All codes are compared without regard to capitals.
 *
 * @param name what people call the sender
 * @param applications the names it uses in MSH-3; empty for any
 * @param facilities the names it uses in MSH-4; empty for any
 * @param organisation the organisation of this place to which it belongs; null if unknown
 * @param zone the zone of its times without an offset
 * @param nhsNumbers how it marks an NHS number in PID-3
 * @param accepts the processing ids (MSH-11) that are accepted; empty for any
 * @param classes its own codes in PV1-2, beside the standard ones
 * @param sites to which site of this place each of its locations belongs; the first rule that fits
 */
record SenderProfile(
        String name,
        Set<String> applications,
        Set<String> facilities,
        @Nullable String organisation,
        ZoneId zone,
        NhsNumbers nhsNumbers,
        Set<String> accepts,
        Map<String, PatientClass> classes,
        List<SiteRule> sites) {

    /**
     * How a sender marks NHS numbers.
     *
     * @param authorities the assigning authorities (CX-4) that mean an NHS number
     * @param types the identifier types (CX-5) that mean one
     * @param alsoIn fields besides PID-3 that hold a bare NHS number, such as PID-19
     * @param verifiedCodes the codes in PID-32 that say it was verified
     */
    record NhsNumbers(Set<String> authorities, Set<String> types, Set<Integer> alsoIn, Set<String> verifiedCodes) {}

    /**
     * Maps locations to a site; a blank part fits every location.
     *
     * @param facility the facility (PL-4), in capitals
     * @param ward the beginning of the point of care (PL-1), in capitals
     * @param site the site's id in this place
     */
    record SiteRule(String facility, String ward, String site) {
        boolean fits(String sentFacility, String sentWard) {
            return (facility.isBlank() || facility.equals(upper(sentFacility)))
                    && upper(sentWard).startsWith(ward);
        }
    }

    boolean fits(Sender sender) {
        return (applications.isEmpty() || applications.contains(upper(sender.application())))
                && (facilities.isEmpty() || facilities.contains(upper(sender.facility())));
    }

    boolean accepts(String processing) {
        return accepts.isEmpty() || processing.isBlank() || accepts.contains(upper(processing));
    }

    boolean isNhsNumber(String authority, String universalId, String type) {
        return nhsNumbers.authorities().contains(upper(authority))
                || nhsNumbers.types().contains(upper(type))
                || nhsNumbers.authorities().contains(upper(universalId));
    }

    boolean isVerified(String code) {
        return nhsNumbers.verifiedCodes().contains(upper(code));
    }

    /** The site of a location; blank if no rule fits. */
    String site(String facility, String ward) {
        return sites.stream()
                .filter(rule -> rule.fits(facility, ward))
                .map(SiteRule::site)
                .findFirst()
                .orElse("");
    }

    PatientClass patientClass(String code) {
        PatientClass own = classes.get(upper(code));
        if (own != null) {
            return own;
        }
        return switch (upper(code)) {
            case "I", "INPATIENT" -> PatientClass.INPATIENT;
            case "E", "EMERGENCY" -> PatientClass.EMERGENCY;
            case "O", "R", "OUTPATIENT" -> PatientClass.OUTPATIENT;
            case "P", "PREADMIT" -> PatientClass.PREADMISSION;
            case "N" -> PatientClass.NONE;
            default -> PatientClass.OTHER;
        };
    }

    static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
