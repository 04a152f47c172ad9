package uk.homeward.server.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody looks for; what is not said is empty.
 *
 * @param words of the need
 * @param outward an outward postcode, for distances
 * @param age in whole years; negative where it is not said
 */
public record Wanted(
        String words, String category, String outward, boolean openNow, int age, String locality, boolean community) {

    public static final Wanted ANYTHING = new Wanted("", "", "", false, -1, "", false);

    public static Wanted of(Map<String, String> asked) {
        String age = asked.getOrDefault("age", "").strip();
        String postcode = asked.getOrDefault("postcode", "").strip().toUpperCase(Locale.ROOT);
        return new Wanted(
                asked.getOrDefault("q", "").strip(),
                asked.getOrDefault("category", ""),
                outward(postcode),
                asked.getOrDefault("open", "").equals("yes"),
                age.matches("[0-9]{1,3}") ? Integer.parseInt(age) : -1,
                asked.getOrDefault("area", ""),
                asked.getOrDefault("community", "").equals("yes"));
    }

    /** {@code B23} of {@code B23 6AB}, {@code b236ab} and {@code B23}. */
    private static String outward(String postcode) {
        String tight = postcode.replace(" ", "");
        return tight.matches("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}") ? tight.substring(0, tight.length() - 3) : tight;
    }

    /** The address of a page of what fits, under a path. */
    public String address(String path, int page) {
        return path + "?q=" + coded(words) + "&category=" + coded(category) + "&postcode=" + coded(outward) + "&open="
                + (openNow ? "yes" : "") + "&age=" + (age < 0 ? "" : age) + "&area=" + coded(locality) + "&community="
                + (community ? "yes" : "") + "&page=" + page;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean narrows() {
        return !equals(ANYTHING);
    }
}
