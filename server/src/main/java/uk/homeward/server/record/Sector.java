package uk.homeward.server.record;

import java.util.Locale;
import java.util.Set;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.OrganisationKind;
import uk.homeward.journey.place.Place;

/** Whose contact it was, for the timeline. */
public enum Sector {
    GP("GP"),
    COMMUNITY("Community"),
    HOSPITAL("Hospital"),
    SOCIAL_CARE("Social care");

    private static final Set<String> IN_HOSPITAL = Set.of("EMER", "IMP", "ACUTE", "NONAC", "SS", "OBSENC");
    private static final Set<String> AT_HOME = Set.of("HH", "FLD");

    private final String title;

    Sector(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a contact that another system told: by what it says of itself, else by who sent it. */
    static Sector of(Fact contact, Place place) {
        String words = (contact.title() + " " + contact.detail() + " " + contact.source()).toLowerCase(Locale.ROOT);
        if (words.matches(".*\\b(gp|general pract\\w*|surgery|medical centre)\\b.*")) {
            return GP;
        }
        if (words.contains("social care") || words.contains("social worker")) {
            return SOCIAL_CARE;
        }
        if (IN_HOSPITAL.contains(contact.key())) {
            return HOSPITAL;
        }
        return AT_HOME.contains(contact.key())
                ? COMMUNITY
                : of(contact.feed().substring(0, Math.max(0, contact.feed().indexOf('/'))), place);
    }

    /** Of an organisation of the place; community where it is not known. */
    static Sector of(String organisation, Place place) {
        if (!organisation.matches("[a-z0-9]+(-[a-z0-9]+)*")
                || !place.organisations().has(OrganisationId.of(organisation))) {
            return organisation.matches("[A-Z][0-9]{5}") ? GP : COMMUNITY;
        }
        OrganisationKind kind =
                place.organisations().get(OrganisationId.of(organisation)).kind();
        return switch (kind) {
            case ACUTE_TRUST, SPECIALIST_TRUST -> HOSPITAL;
            case GP_FEDERATION -> GP;
            case COUNCIL, HOUSING, CARE_HOME_GROUP, HOME_CARE_GROUP -> SOCIAL_CARE;
            case COMMUNITY_TRUST, MENTAL_HEALTH_TRUST, INTEGRATED_CARE_BOARD, AMBULANCE -> COMMUNITY;
            case POLICE, FIRE, VOLUNTARY, SUPPLIER -> COMMUNITY;
        };
    }
}
