package uk.homeward.server.exchange.hl7;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.homeward.server.exchange.hl7.adt.Sender;

/**
 * All sender profiles of a place.
 *
 * @param known the profiles, in order; the first that fits a sender is used
 * @param otherwise for senders that none fits: forgiving, and of no organisation
 */
public record SenderProfiles(List<SenderProfile> known, SenderProfile otherwise) {

    static final SenderProfile FORGIVING = new SenderProfile(
            "unknown sender",
            Set.of(),
            Set.of(),
            null,
            ZoneId.of("Europe/London"),
            new SenderProfile.NhsNumbers(
                    Set.of("NHS", "NHSNBR", "NHSNO", "NHSNUMBER", "NHS NUMBER", "2.16.840.1.113883.2.1.4.1"),
                    Set.of("NH", "NHS", "NHSNMBR", "NHSNUMBER", "NHSNO"),
                    Set.of(),
                    Set.of("01", "1", "NSTS01", "VERIFIED")),
            Set.of(),
            Map.of(),
            List.of());

    /** Only the forgiving profile. */
    public static final SenderProfiles NONE = new SenderProfiles(List.of(), FORGIVING);

    public SenderProfiles {
        known = List.copyOf(known);
    }

    SenderProfile of(Sender sender) {
        return known.stream()
                .filter(profile -> profile.fits(sender))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * How messages from a site name themselves.
     *
     * @param sender what stands in MSH-3 and MSH-4
     * @param organisation the organisation that the profile names
     * @param facility what stands in PL-4
     */
    public record Origin(Sender sender, String organisation, String facility) {}

    /** How messages from this site name themselves, by the first profile that maps a facility to it. */
    public Optional<Origin> findOrigin(String site) {
        for (SenderProfile profile : known) {
            for (SenderProfile.SiteRule rule : profile.sites()) {
                if (rule.site().equals(site) && profile.organisation() != null) {
                    Sender sender = new Sender(first(profile.applications()), first(profile.facilities()));
                    return Optional.of(new Origin(sender, profile.organisation(), rule.facility()));
                }
            }
        }
        return Optional.empty();
    }

    private static String first(Set<String> names) {
        return names.stream().min(Comparator.naturalOrder()).orElse("");
    }
}
