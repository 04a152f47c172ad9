package uk.homeward.server.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.preferences.Decision;
import uk.homeward.journey.preferences.DecisionKind;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.record.Fact.Kind;

/** What other systems tell of resuscitation and does not fit the one truth that stands here. Nothing is decided by a machine. */
final class Resuscitation {

    private static final String NOT = "do-not-attempt";
    /** SNOMED CT: not for resuscitation; not for attempted cardiopulmonary resuscitation. */
    private static final Set<String> NOT_FOR = Set.of("304253006", "450475007");
    /** SNOMED CT: for resuscitation; for attempted cardiopulmonary resuscitation. */
    private static final Set<String> FOR = Set.of("304252001", "450476008");

    private Resuscitation() {}

    static List<String> contradictions(List<Fact> facts, Decisions decisions) {
        Optional<Decision> here = decisions.find(DecisionKind.RESUSCITATION);
        List<String> contradictions = new ArrayList<>();
        for (Fact fact : facts) {
            boolean no = says(fact, NOT_FOR, "not for", "do not attempt", "dnacpr", "dnar");
            boolean yes = !no && says(fact, FOR, "for attempted", "for resuscitation");
            boolean fits = here.map(d -> d.decision().equals(NOT) ? !yes : !no).orElse(!no);
            if ((no || yes) && !fits) {
                contradictions.add(fact.source() + " tells of resuscitation: \u201c" + fact.title() + "\u201d. "
                        + (here.isEmpty() ? "Nothing is recorded here." : "Here it stands otherwise.")
                        + " Ask, and record what holds.");
            }
        }
        return contradictions;
    }

    private static boolean says(Fact fact, Set<String> codes, String... words) {
        if (!fact.active() || (fact.kind() != Kind.ALERT && fact.kind() != Kind.PROBLEM)) {
            return false;
        }
        if (codes.contains(fact.key().substring(fact.key().indexOf('|') + 1))) {
            return true;
        }
        String title = fact.title().toLowerCase(Locale.ROOT);
        boolean about = title.contains("resuscitation") || title.contains("cpr") || title.contains("dnar");
        return about && java.util.Arrays.stream(words).anyMatch(title::contains);
    }
}
