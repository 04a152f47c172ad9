package uk.homeward.journey.pathway;

import org.jspecify.annotations.Nullable;

/**
 * A kind of event on a journey that a clock can start or stop with, written {@code accepted}, {@code started
 * crisis-response} or {@code decided triage crisis-response}.
 *
 * @param subject the step or decision that is meant; null for moments of the whole journey
 * @param option for {@link Kind#DECIDED}: the option; null means any
 */
public record Moment(
        Kind kind, @Nullable String subject, @Nullable String option) {

    /** What happened. */
    public enum Kind {
        OPENED,
        ACCEPTED,
        REQUESTED,
        STARTED,
        CONTACT,
        COMPLETED,
        LEFT,
        DECIDED,
        ENDED;

        boolean ofJourney() {
            return this == OPENED || this == ACCEPTED || this == ENDED;
        }
    }

    public static Moment of(Kind kind) {
        return new Moment(kind, null, null);
    }

    public static Moment of(Kind kind, String subject) {
        return new Moment(kind, subject, null);
    }

    /** True if this definition matches what happened. */
    public boolean matches(Moment happened) {
        return kind == happened.kind
                && (subject == null || subject.equals(happened.subject))
                && (option == null || option.equals(happened.option));
    }

    @Override
    public String toString() {
        String text = kind.name().toLowerCase(java.util.Locale.ROOT);
        return text + (subject == null ? "" : " " + subject) + (option == null ? "" : " " + option);
    }
}
