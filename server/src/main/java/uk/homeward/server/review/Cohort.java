package uk.homeward.server.review;

import java.util.Locale;
import java.util.Optional;

/** From which cases a review is drawn. */
public enum Cohort {
    ENDED("journey", "Journeys that ended", "Journeys of care that ended in this time"),
    DELAYED("journey", "Journeys held up now", "People who are ready now and have waited for more than a day"),
    DISCHARGED("stay", "Hospital stays that ended", "Stays with a bed that ended in this time"),
    ADMITTED("stay", "Hospital admissions", "Stays that got a bed in this time, still there or not");

    private final String kind;
    private final String title;
    private final String words;

    Cohort(String kind, String title, String words) {
        this.kind = kind;
        this.title = title;
        this.words = words;
    }

    /** {@code journey} or {@code stay}. */
    String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cohort> find(String word) {
        for (Cohort cohort : values()) {
            if (cohort.word().equals(word)) {
                return Optional.of(cohort);
            }
        }
        return Optional.empty();
    }
}
