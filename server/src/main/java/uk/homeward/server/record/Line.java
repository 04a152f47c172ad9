package uk.homeward.server.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.homeward.server.record.Fact.Kind;

/**
 * One thing about a person with everybody who told it.
 *
 * @param facts what was told of it, newest first
 * @param contradiction what does not fit together, in plain words; blank where everything does
 */
public record Line(String title, List<Fact> facts, String contradiction) {

    private static final Set<String> NO_ALLERGY = Set.of("716186003", "409137002", "428607008");

    public Line {
        facts = List.copyOf(facts);
    }

    /** The newest fact of it. */
    public Fact newest() {
        return facts.getFirst();
    }

    /** Every detail that was told, each once. */
    public String detail() {
        return facts.stream()
                .map(Fact::detail)
                .filter(d -> !d.isBlank())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    /** Who told it, each once. */
    public String sources() {
        return facts.stream().map(Fact::source).distinct().collect(Collectors.joining(", "));
    }

    /** The facts of a kind that hold, told together where they are about one thing; what somebody contradicts is marked. */
    static List<Line> active(List<Fact> facts, Kind kind) {
        return grouped(facts, kind).stream()
                .filter(l -> l.facts().stream().anyMatch(Fact::active))
                .toList();
    }

    /** The facts of a kind that ended, as far as nobody says that they still hold. */
    static List<Line> ended(List<Fact> facts, Kind kind) {
        return grouped(facts, kind).stream()
                .filter(l -> l.facts().stream().noneMatch(Fact::active))
                .toList();
    }

    private static List<Line> grouped(List<Fact> facts, Kind kind) {
        Map<String, List<Fact>> byKey = new LinkedHashMap<>();
        facts.stream()
                .filter(f -> f.kind() == kind && !f.title().isBlank())
                .sorted(Comparator.comparing(Fact::when).reversed())
                .forEach(f ->
                        byKey.computeIfAbsent(f.key(), k -> new ArrayList<>()).add(f));
        boolean noneKnown = byKey.values().stream().flatMap(List::stream).anyMatch(Line::saysNoAllergy);
        return byKey.values().stream()
                .map(told ->
                        new Line(told.getFirst().title(), told, contradiction(kind, latestOfEach(told), noneKnown)))
                .toList();
    }

    /** What each source says now; what it said before does not contradict it. */
    private static List<Fact> latestOfEach(List<Fact> newestFirst) {
        Map<String, Fact> latest = new LinkedHashMap<>();
        newestFirst.forEach(f -> latest.putIfAbsent(f.source(), f));
        return List.copyOf(latest.values());
    }

    private static String contradiction(Kind kind, List<Fact> told, boolean noneKnown) {
        List<String> holds = sources(told, true);
        List<String> ended = sources(told, false);
        if (!holds.isEmpty() && !ended.isEmpty()) {
            return String.join(", ", holds) + " says that it holds; " + String.join(", ", ended)
                    + " says that it ended.";
        }
        if (kind == Kind.ALLERGY
                && noneKnown
                && !holds.isEmpty()
                && told.stream().noneMatch(Line::saysNoAllergy)) {
            return "Another source says that no allergy is known.";
        }
        List<String> doses = told.stream()
                .filter(f -> f.active() && !f.detail().isBlank())
                .map(f -> f.detail().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .distinct()
                .toList();
        return kind == Kind.MEDICINE && doses.size() > 1 ? "The sources give different doses." : "";
    }

    private static List<String> sources(List<Fact> told, boolean active) {
        return told.stream()
                .filter(f -> f.active() == active)
                .map(Fact::source)
                .distinct()
                .toList();
    }

    static boolean saysNoAllergy(Fact f) {
        return f.kind() == Kind.ALLERGY
                && (NO_ALLERGY.contains(f.key().substring(f.key().indexOf('|') + 1))
                        || f.title().toLowerCase(Locale.ROOT).contains("no known"));
    }
}
