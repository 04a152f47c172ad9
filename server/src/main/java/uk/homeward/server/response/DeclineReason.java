package uk.homeward.server.response;

import java.util.Locale;

/** Why a referral can be declined; kept with the referral by its {@link #word()}. */
public enum DeclineReason {
    OUT_OF_AREA("Lives outside the area that we serve"),
    NEEDS_EMERGENCY_CARE("Needs an ambulance or emergency care now"),
    ALREADY_KNOWN("Is already in our care for this"),
    SERVED_BETTER_ELSEWHERE("Is served better by another service"),
    NO_CONSENT("Does not want this help"),
    NOT_ENOUGH_KNOWN("We could not learn enough to help");

    private final String title;

    DeclineReason(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The code that is kept, such as {@code out-of-area}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
