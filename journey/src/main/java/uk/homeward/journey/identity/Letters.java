package uk.homeward.journey.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: plain letters, how they sound, and how many slips lie between them. */
final class Letters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final String[] CLASSES = {"aeiouyhw", "bfpv", "cgjkqsxz", "dt", "l", "mn", "r"};
    private static final char[] CLASS_OF = classes();

    private Letters() {}

    /** Small letters without accents, words parted by one space: {@code O'Brien-Núñez} becomes {@code obrien nunez}. */
    static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("'", "").replace("\u2019", "");
        String bare = isAscii(small)
                ? small
                : MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD))
                        .replaceAll("");
        return OTHERS.matcher(bare).replaceAll(" ").strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /**
     * How a name sounds, roughly: its first sound, then the classes of its consonants; vowels and doubled sounds do not
     * count. Names that are spelt in several ways from one sound fall together: Mohammed and Muhammad, Philips and Fillips.
     */
    static String sound(String plain) {
        if (plain.isEmpty()) {
            return "";
        }
        String name =
                plain.replace(" ", "").replace("ph", "f").replace("gh", "h").replace("wr", "r");
        name = name.startsWith("kn") ? name.substring(1) : name;
        StringBuilder sound = new StringBuilder();
        sound.append(CLASS_OF[name.charAt(0)] == '0' ? name.charAt(0) : (char) (CLASS_OF[name.charAt(0)] + 16));
        char last = CLASS_OF[name.charAt(0)];
        for (int i = 1; i < name.length(); i++) {
            char c = CLASS_OF[name.charAt(i)];
            if (c != '0' && c != last) {
                sound.append(c);
            }
            last = name.charAt(i) == 'h' || name.charAt(i) == 'w' ? last : c;
        }
        return sound.toString();
    }

    private static char[] classes() {
        char[] classes = new char[128];
        java.util.Arrays.fill(classes, '0');
        for (int i = 0; i < CLASSES.length; i++) {
            for (char c : CLASSES[i].toCharArray()) {
                classes[c] = (char) ('0' + i);
            }
        }
        return classes;
    }

    /** How many letters must be changed, added, left out, or swapped with their neighbour; {@code most + 1} if more. */
    static int slips(String one, String other, int most) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        int[][] slips = new int[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            slips[i][0] = i;
        }
        for (int j = 0; j <= m; j++) {
            slips[0][j] = j;
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return Math.min(slips[n][m], most + 1);
    }

    /** One slip in short names, two in longer ones, or three where they sound the same. */
    static boolean alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 3) {
            return one.equals(other);
        }
        int slips = slips(one, other, 3);
        return slips <= (shorter < 7 ? 1 : 2) || (slips <= 3 && sound(one).equals(sound(other)));
    }
}
