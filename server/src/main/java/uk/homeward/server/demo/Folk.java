package uk.homeward.server.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.journey.person.FrailtyBand;

/** All made-up people, and who of them is on a journey, known to the teams, or dead. */
final class Folk {

    private static final int TRIES = 60;

    private final List<Somebody> all = new ArrayList<>();
    private final Map<FrailtyBand, List<Integer>> byBand = new EnumMap<>(FrailtyBand.class);
    private final Map<Kind, List<Integer>> byKind = new HashMap<>();
    private final BitSet busy = new BitSet();
    private final BitSet dead = new BitSet();
    private final BitSet known = new BitSet();

    /** People whom the pathway does not tell apart. */
    record Kind(FrailtyBand band, boolean livesAlone, boolean dementia) {}

    /** The id of the person of this number. */
    static String id(int number) {
        return String.format(Locale.ROOT, "s%06d", number);
    }

    void add(Somebody somebody) {
        byBand.computeIfAbsent(somebody.band(), b -> new ArrayList<>()).add(all.size());
        byKind.computeIfAbsent(
                        new Kind(somebody.band(), somebody.livesAlone(), somebody.dementia()), k -> new ArrayList<>())
                .add(all.size());
        all.add(somebody);
    }

    int size() {
        return all.size();
    }

    /**
     * Someone of this kind who is alive and on no journey, else at least as frail, else the nearest to it: nobody who comes is
     * left out because the made-up people of one kind are all on their way or dead. Empty if chance finds nobody at all.
     */
    Optional<Somebody> pick(Kind kind, Chance chance) {
        Optional<Somebody> found = pick(byKind.getOrDefault(kind, List.of()), chance);
        for (FrailtyBand band : nearest(kind.band())) {
            found = found.or(() -> pick(byBand.getOrDefault(band, List.of()), chance));
        }
        return found;
    }

    private static List<FrailtyBand> nearest(FrailtyBand to) {
        return Arrays.stream(FrailtyBand.values())
                .sorted(Comparator.comparingInt(band -> Math.abs(band.compareTo(to))))
                .toList();
    }

    private Optional<Somebody> pick(List<Integer> candidates, Chance chance) {
        for (int i = 0; i < TRIES && !candidates.isEmpty(); i++) {
            int number = candidates.get((int) (chance.uniform() * candidates.size()));
            if (isFree(number)) {
                return Optional.of(all.get(number));
            }
        }
        return Optional.empty();
    }

    Optional<Somebody> find(String id) {
        int number = number(id);
        return number < 0 ? Optional.empty() : Optional.of(all.get(number));
    }

    boolean isFree(String id) {
        int number = number(id);
        return number >= 0 && isFree(number);
    }

    private boolean isFree(int number) {
        return !busy.get(number) && !dead.get(number);
    }

    void setsOut(String id) {
        mark(busy, id, true);
    }

    void comesBack(String id) {
        mark(busy, id, false);
    }

    void died(String id) {
        mark(dead, id, true);
    }

    /** True the first time that it is asked about this person: they have told nobody their story yet. */
    boolean meets(String id) {
        int number = number(id);
        boolean first = number >= 0 && !known.get(number);
        mark(known, id, true);
        return first;
    }

    void forgets(String id) {
        mark(known, id, false);
    }

    private void mark(BitSet set, String id, boolean value) {
        int number = number(id);
        if (number >= 0) {
            set.set(number, value);
        }
    }

    /** The position of a person; -1 for someone who is not made up here. */
    private int number(String id) {
        if (id.length() != 7 || id.charAt(0) != 's') {
            return -1;
        }
        int number = 0;
        for (int i = 1; i < 7; i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number < all.size() ? number : -1;
    }
}
