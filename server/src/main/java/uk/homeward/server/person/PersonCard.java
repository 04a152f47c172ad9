package uk.homeward.server.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.access.Role;

/**
 * What is known of a person, for the head of a page: what matters to them first.
 *
 * @param frailty the value from 1 to 9 that a clinician recorded; 0 where none was
 * @param notes wishes, carers, alerts and the story, each kept once
 */
public record PersonCard(
        String id,
        int version,
        @Nullable String nhsNumber,
        String family,
        String given,
        @Nullable LocalDate born,
        String sex,
        String address,
        String postcode,
        String phone,
        String locality,
        String practice,
        String language,
        boolean interpreter,
        boolean livesAlone,
        boolean dementia,
        int frailty,
        String residence,
        @Nullable Instant diedAt,
        @Nullable String mergedInto,
        @Nullable String matters,
        List<Note> notes) {

    public PersonCard {
        notes = List.copyOf(notes);
    }

    /** The kinds of note. */
    public enum Kind {
        WISH,
        CARER,
        ALERT,
        STORY,
        /** What was done about their risk; the detail is the organisation that did it. */
        RISK
    }

    /**
     * One thing that was told about the person.
     *
     * @param title the question of an answer in today's words; otherwise the key in plain words
     * @param words as it was told: of an answer that was chosen, the word that is kept
     * @param shown the same as people read it
     * @param toldBy who told it, with their role
     */
    public record Note(
            Kind kind,
            String key,
            String title,
            String words,
            String shown,
            String detail,
            String toldBy,
            Instant toldAt) {

        /** How it is named where it is marked as sensitive: {@code STORY/walks}. */
        public String item() {
            return kind + "/" + key;
        }

        /** Who told it, with the title of their role: {@code Ruth Kelly, Triage clinician}. */
        public String by() {
            int comma = toldBy.lastIndexOf(", ");
            String role = toldBy.substring(comma + 1).strip();
            return comma < 0
                    ? toldBy
                    : toldBy.substring(0, comma + 2)
                            + Role.find(role).map(Role::title).orElse(role);
        }
    }

    public String name() {
        return given + " " + family;
    }

    /** {@code 999 123 4567}, or that it is not known. */
    public String nhsNumberText() {
        return nhsNumber == null || nhsNumber.length() != 10
                ? "NHS number not known"
                : nhsNumber.substring(0, 3) + " " + nhsNumber.substring(3, 6) + " " + nhsNumber.substring(6);
    }

    public List<Note> list(Kind kind) {
        return notes.stream().filter(n -> n.kind() == kind).toList();
    }

    /** What is known under this key, such as the answer to a question of the story. */
    public Optional<Note> find(Kind kind, String key) {
        return notes.stream()
                .filter(n -> n.kind() == kind && n.key().equals(key))
                .findFirst();
    }
}
