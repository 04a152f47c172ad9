package uk.homeward.server.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that another system told of a person, as a page needs it.
 *
 * @param key what makes two facts be about the same thing: a code with its system, else the words in small letters
 * @param title what it is
 * @param detail more about it, such as a dose or a reaction; blank where nothing was told
 * @param active whether it holds now, as its source says
 * @param at when it happened or began; null where nobody said
 * @param source who told it, as people know them
 * @param feed the organisation and channel by which it came
 * @param toldAt when it was told
 * @param value the number of a result; null where it is none
 * @param reference the resource's address, such as {@code Condition/12}
 */
public record Fact(
        Kind kind,
        String key,
        String title,
        String detail,
        boolean active,
        @Nullable Instant at,
        String source,
        String feed,
        Instant toldAt,
        @Nullable Double value,
        String unit,
        String reference) {

    /** What a fact is about, in the order in which a reader wants to know it. */
    public enum Kind {
        ALERT("Alert"),
        ALLERGY("Allergy"),
        PROBLEM("Problem"),
        MEDICINE("Medicine"),
        ENCOUNTER("Contact"),
        RESULT("Result"),
        PROCEDURE("Procedure"),
        VACCINE("Vaccine"),
        REPORT("Report or letter"),
        CARER("Carer"),
        OTHER("Other");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** When it happened, or was told where nobody said when it happened. */
    public Instant when() {
        return at == null ? toldAt : at;
    }

    boolean contains(String words) {
        return (title + " " + detail).toLowerCase(java.util.Locale.ROOT).contains(words);
    }
}
