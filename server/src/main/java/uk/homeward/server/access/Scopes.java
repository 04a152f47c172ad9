package uk.homeward.server.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service account may do by FHIR, in SMART's words: {@code system/Observation.rs system/*.r}. The letters are create,
 * read, update, delete and search. Whoever is no service account is bound by their role and ties alone: {@link #ALL}.
 */
public record Scopes(List<Scope> list) {

    public static final Scopes ALL = new Scopes(List.of(new Scope("*", "cruds")));
    static final Scopes NONE = new Scopes(List.of());

    private static final String LETTERS = "cruds";
    private static final Pattern FORM =
            Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,60})\\.(c?r?u?d?s?|read|write|\\*)");

    public Scopes {
        list = List.copyOf(list);
    }

    /** One scope; {@code type} is a type of resource or {@code *}. */
    public record Scope(String type, String letters) {

        private boolean covers(String asked, char letter) {
            return (type.equals("*") || type.equals(asked)) && letters.indexOf(letter) >= 0;
        }

        @Override
        public String toString() {
            return "system/" + type + "." + letters;
        }
    }

    /** Reads scopes with blanks between; those of no known form are left out. */
    static Scopes of(String text) {
        List<Scope> scopes = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Matcher matcher = FORM.matcher(word);
            if (matcher.matches() && !matcher.group(2).isEmpty()) {
                scopes.add(new Scope(matcher.group(1), letters(matcher.group(2))));
            }
        }
        return new Scopes(scopes);
    }

    private static String letters(String written) {
        return switch (written) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> LETTERS;
            default -> written;
        };
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** True where something of this type ({@code *} for all types) may be done; {@code letters} are all needed. */
    public boolean cover(String type, String letters) {
        return letters.chars().allMatch(letter -> list.stream().anyMatch(s -> s.covers(type, (char) letter)));
    }

    /** What both allow. */
    Scopes within(Scopes allowed) {
        List<Scope> both = new ArrayList<>();
        for (Scope one : list) {
            for (Scope other : allowed.list) {
                String letters = one.letters
                        .chars()
                        .filter(letter -> other.letters.indexOf(letter) >= 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
                boolean meet = one.type.equals(other.type) || one.type.equals("*") || other.type.equals("*");
                if (meet && !letters.isEmpty()) {
                    both.add(new Scope(one.type.equals("*") ? other.type : one.type, letters));
                }
            }
        }
        return new Scopes(both.stream().distinct().toList());
    }

    /** As they are written. */
    String text() {
        return list.stream().map(Scope::toString).collect(Collectors.joining(" "));
    }

    /** The faults of what somebody wrote as scopes. */
    static List<String> faults(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !FORM.matcher(word).matches() || word.endsWith("."))
                .toList();
    }
}
