package uk.homeward.journey.preferences;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of decision about care that must be known before anything else, in the order in which they are shown. */
public enum DecisionKind {
    RESUSCITATION(
            "Resuscitation",
            choices(
                    "do-not-attempt", "Do not attempt resuscitation (DNACPR)",
                    "attempt", "Attempt resuscitation")),
    TREATMENT(
            "How far treatment should go",
            choices(
                    "comfort", "Comfort first",
                    "balance", "Treat what can be treated without great burden",
                    "full", "Everything that may prolong life")),
    HOSPITAL(
            "Going to hospital",
            choices(
                    "stay", "Stay where they live if at all possible",
                    "if-reversible", "Only for what can be mended there",
                    "go", "Go to hospital when it helps")),
    REFUSAL("Advance decision to refuse treatment", Map.of()),
    ATTORNEY("Who decides for them (power of attorney or deputy)", Map.of()),
    PLACE_OF_DEATH("Where they wish to die", Map.of());

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Map<String, String> choices;

    DecisionKind(String title, Map<String, String> choices) {
        this.title = title;
        this.choices = choices;
    }

    public String title() {
        return title;
    }

    /** The words of the choices with their titles; empty where the decision is told in words of its own. */
    public Map<String, String> choices() {
        return choices;
    }

    /** The word under which events keep it: {@code place-of-death}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where a senior clinician must put their name to it before others rely on it. */
    public boolean needsEndorsement() {
        return this == RESUSCITATION || this == TREATMENT;
    }

    public static Optional<DecisionKind> find(String word) {
        for (DecisionKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> choices(String... wordsAndTitles) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndTitles.length; i += 2) {
            choices.put(wordsAndTitles[i], wordsAndTitles[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(choices);
    }
}
