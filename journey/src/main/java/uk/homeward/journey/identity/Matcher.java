package uk.homeward.journey.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.homeward.journey.identity.Judgement.Likeness;

/** Judges whether somebody is known. Weight alone never makes certain: each doubt is a rule with a name. */
public final class Matcher {

    /** So many are shown to those who have to look. */
    private static final int MOST = 5;

    private final Weights weights;

    public Matcher(Weights weights) {
        this.weights = weights;
    }

    /**
     * Somebody who is known and shares a key.
     *
     * @param otherNumber true where the system that tells knows the two under different numbers of its own
     */
    public record Known(String id, Traits traits, boolean otherNumber) {}

    /** Whether the person who is told of is one of those. */
    public Judgement judge(Traits told, List<Known> known) {
        List<Likeness> likely = new ArrayList<>();
        for (Known one : known) {
            Likeness likeness = likeness(told, one);
            if (isWorthALook(likeness.comparison())) {
                likely.add(likeness);
            }
        }
        likely.sort(Comparator.comparingDouble((Likeness l) -> -l.comparison().bits())
                .thenComparing(Likeness::id));
        if (likely.isEmpty()) {
            return new Judgement.Nobody();
        }
        return isCertain(likely)
                ? new Judgement.Same(likely.getFirst())
                : new Judgement.Doubtful(likely.stream().limit(MOST).toList());
    }

    /** What two records have in common, and what speaks against their being of one person. */
    public Likeness likeness(Traits told, Known known) {
        Comparison comparison = Comparison.of(Comparing.compare(told, known.traits()), weights);
        return new Likeness(known.id(), comparison, doubts(comparison, known.otherNumber()));
    }

    /** A shared number is always looked at; else the weight decides. */
    private boolean isWorthALook(Comparison comparison) {
        return comparison.has(Evidence.NUMBER_SAME) || comparison.bits() >= weights.doubtful();
    }

    private boolean isCertain(List<Likeness> likely) {
        Likeness best = likely.getFirst();
        double next = likely.size() < 2 ? 0 : likely.get(1).comparison().bits();
        return best.doubts().isEmpty()
                && best.comparison().bits() >= weights.certain()
                && best.comparison().bits() - next >= weights.clear();
    }

    private static List<String> doubts(Comparison c, boolean otherNumber) {
        List<String> doubts = new ArrayList<>();
        if (c.has(Evidence.NUMBER_DIFFERENT)) {
            doubts.add("Two NHS numbers mean two people, unless one was given by mistake.");
        }
        if (c.has(Evidence.BORN_DIFFERENT) || (c.has(Evidence.BORN_SAME_YEAR) && c.has(Evidence.NUMBER_SAME))) {
            doubts.add("A number or a name alone does not make one person: the dates of birth differ.");
        }
        if (c.has(Evidence.GIVEN_DIFFERENT)) {
            doubts.add("They may be twins, a couple, or parent and child.");
        }
        if (onNumberAlone(c)) {
            doubts.add("Nothing but the number is known of both.");
        }
        if (otherNumber) {
            doubts.add("The system that tells knows them under two numbers of its own.");
        }
        return doubts;
    }

    /** Neither a name nor a date of birth agrees even nearly. */
    private static boolean onNumberAlone(Comparison c) {
        return c.found().stream().noneMatch(e -> switch (e) {
            case FAMILY_SAME, FAMILY_LIKE, GIVEN_SAME, GIVEN_LIKE, NAMES_SWAPPED -> true;
            case BORN_SAME, BORN_PLACEHOLDER, BORN_SWAPPED, BORN_SLIP -> true;
            case NUMBER_SAME, NUMBER_DIFFERENT, FAMILY_DIFFERENT, GIVEN_SHORT, GIVEN_DIFFERENT -> false;
            case BORN_SAME_YEAR, BORN_DIFFERENT, SEX_SAME, SEX_DIFFERENT -> false;
            case HOME_SAME, POSTCODE_SAME, AREA_SAME, HOME_DIFFERENT, PHONE_SAME, PHONE_DIFFERENT -> false;
        });
    }
}
