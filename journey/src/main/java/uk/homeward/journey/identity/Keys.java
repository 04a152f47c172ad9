package uk.homeward.journey.identity;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keys under which a record is found again although some of it was mistyped: each holds another part of what is known, so
 * that any one slip leaves a key whole. Few people share a key, so that few must be compared.
 */
public final class Keys {

    private Keys() {}

    /** The keys under which a record is kept. */
    public static int[] of(Traits traits) {
        return hashed(keys(traits));
    }

    /** The keys under which to look for a record: its own, and those of day and month the other way round. */
    public static int[] lookingFor(Traits traits) {
        Set<String> keys = keys(traits);
        LocalDate swapped = swapped(traits.born());
        if (swapped != null) {
            String family = Letters.sound(Letters.plain(traits.family()));
            byBirth(keys, family, given(traits), swapped);
        }
        return hashed(keys);
    }

    private static Set<String> keys(Traits t) {
        Set<String> keys = new LinkedHashSet<>();
        if (t.nhsNumber() != null) {
            keys.add("number/" + t.nhsNumber());
        }
        String family = Letters.sound(Letters.plain(t.family()));
        String given = given(t);
        LocalDate born = t.born();
        if (born != null) {
            byBirth(keys, family, given, born);
            if (!family.isEmpty() && !given.isEmpty()) {
                boolean inOrder = family.compareTo(given) <= 0;
                keys.add("year/" + (inOrder ? family + "/" + given : given + "/" + family) + "/" + born.getYear());
            }
        }
        String postcode = Comparing.postcode(t.postcode());
        if (!postcode.isEmpty() && !family.isEmpty()) {
            keys.add("post/" + postcode + "/" + family + "/" + initial(given));
        }
        String phone = Comparing.digits(t.phone());
        if (!phone.isEmpty()) {
            keys.add("phone/" + phone);
        }
        return keys;
    }

    private static void byBirth(Set<String> keys, String family, String given, LocalDate born) {
        keys.add("born/" + born + "/" + initial(given));
        if (!family.isEmpty()) {
            keys.add("day/" + born.getMonthValue() + "-" + born.getDayOfMonth() + "/" + family + "/" + initial(given));
        }
    }

    /** How the full given name sounds. */
    private static String given(Traits t) {
        String plain = Letters.plain(t.given());
        int space = plain.indexOf(' ');
        return Letters.sound(Nicknames.formal(space < 0 ? plain : plain.substring(0, space)));
    }

    private static String initial(String sound) {
        return sound.isEmpty() ? "" : sound.substring(0, 1);
    }

    private static @Nullable LocalDate swapped(@Nullable LocalDate born) {
        return born == null || born.getDayOfMonth() > 12 || born.getDayOfMonth() == born.getMonthValue()
                ? null
                : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }

    /** In rising order, so that the same record always has the same array. */
    private static int[] hashed(Set<String> keys) {
        Set<Integer> hashes = new TreeSet<>();
        keys.forEach(key -> hashes.add(hash(key)));
        return hashes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** FNV-1a with a last stirring. Never changed: keys are kept. */
    private static int hash(String key) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        return hash ^ hash >>> 13;
    }
}
