package uk.homeward.server.response;

import java.util.Locale;

/** Where a person is at a check some weeks later; as the national measure of enablement tells it. */
public enum Whereabouts {
    HOME("At home"),
    HOSPITAL("In hospital"),
    CARE_HOME("In a care home for good"),
    DIED("Died"),
    NOT_KNOWN("Could not be found out");

    private final String title;

    Whereabouts(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The word that is kept, such as {@code care-home}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
