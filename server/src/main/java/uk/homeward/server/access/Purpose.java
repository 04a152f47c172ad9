package uk.homeward.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * For what a record is read. Care roles read for direct care unless they say otherwise; a script says it with the header
 * {@code X-Purpose-Of-Use}, by our word or by FHIR's code of it (v3-ActReason), a reader by choosing it on a person's page.
 */
public enum Purpose {
    DIRECT_CARE("direct-care", "direct care", "TREAT", Permission.READ_PERSON),
    SAFEGUARDING("safeguarding", "safeguarding", "", Permission.RECORD_CARE),
    AUDIT("audit", "audit", "", Permission.REVIEW_ACCESS),
    SUBJECT_REQUEST("subject-request", "the person's own request", "PATRQT", Permission.GIVE_ACCESS);

    /** The header of scripts, and the attribute under which a reader's session keeps their choice. */
    static final String HEADER = "X-Purpose-Of-Use";

    private static final ThreadLocal<Purpose> CURRENT = ThreadLocal.withInitial(() -> DIRECT_CARE);

    private final String word;
    private final String title;
    private final String code;
    private final Permission needed;

    Purpose(String word, String title, String code, Permission needed) {
        this.word = word;
        this.title = title;
        this.code = code;
        this.needed = needed;
    }

    public String word() {
        return word;
    }

    /** As it stands after "for". */
    public String title() {
        return title;
    }

    /** True where somebody in this role reads for this purpose at all. */
    public boolean isOf(Role role) {
        return needed.isOf(role);
    }

    /** The purposes that somebody in this role may choose. */
    public static List<Purpose> of(Role role) {
        return Arrays.stream(values()).filter(p -> p.isOf(role)).toList();
    }

    /** The words of those purposes. */
    static List<String> words(Role role) {
        return of(role).stream().map(Purpose::word).toList();
    }

    static Optional<Purpose> find(String given) {
        return Arrays.stream(values())
                .filter(p -> p.word.equals(given) || (!p.code.isEmpty() && p.code.equals(given)))
                .findFirst();
    }

    /** The purpose of the request that is answered now. */
    public static Purpose now() {
        return CURRENT.get();
    }

    /** What is looked at, with the purpose where it is not direct care; so it stands with the look. */
    static String with(String what) {
        return now() == DIRECT_CARE ? what : what + ", for " + now().title;
    }

    static void enter(Purpose purpose) {
        CURRENT.set(purpose);
    }

    static void leave() {
        CURRENT.remove();
    }
}
