package uk.homeward.journey.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays two records side by side, field by field. What one of them does not say is no finding. */
final class Comparing {

    private static final int PHONE_DIGITS = 9;

    private Comparing() {}

    static List<Evidence> compare(Traits one, Traits other) {
        List<Evidence> found = new ArrayList<>();
        number(one.nhsNumber(), other.nhsNumber(), found);
        names(one, other, found);
        born(one.born(), other.born(), found);
        sex(one.sex(), other.sex(), found);
        home(one, other, found);
        phone(digits(one.phone()), digits(other.phone()), found);
        return found;
    }

    private static void number(@Nullable String one, @Nullable String other, List<Evidence> found) {
        if (one != null && other != null) {
            found.add(one.equals(other) ? Evidence.NUMBER_SAME : Evidence.NUMBER_DIFFERENT);
        }
    }

    private static void names(Traits one, Traits other, List<Evidence> found) {
        String family = Letters.plain(one.family());
        String otherFamily = Letters.plain(other.family());
        String given = Letters.plain(one.given());
        String otherGiven = Letters.plain(other.given());
        Evidence byFamily = family(family, otherFamily);
        Evidence byGiven = given(given, otherGiven);
        boolean swapped = byFamily == Evidence.FAMILY_DIFFERENT
                && byGiven == Evidence.GIVEN_DIFFERENT
                && Letters.alike(family, otherGiven)
                && Letters.alike(given, otherFamily);
        if (swapped) {
            found.add(Evidence.NAMES_SWAPPED);
            return;
        }
        if (byFamily != null) {
            found.add(byFamily);
        }
        if (byGiven != null) {
            found.add(byGiven);
        }
    }

    private static @Nullable Evidence family(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return null;
        }
        if (one.equals(other)) {
            return Evidence.FAMILY_SAME;
        }
        boolean part = words(one).stream().anyMatch(words(other)::contains);
        return part || Letters.alike(one, other) ? Evidence.FAMILY_LIKE : Evidence.FAMILY_DIFFERENT;
    }

    private static @Nullable Evidence given(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return null;
        }
        List<String> ones = words(one);
        List<String> others = words(other);
        String first = ones.getFirst();
        String otherFirst = others.getFirst();
        if (first.equals(otherFirst)) {
            return Evidence.GIVEN_SAME;
        }
        boolean initial = (first.length() == 1 || otherFirst.length() == 1) && first.charAt(0) == otherFirst.charAt(0);
        if (initial || Nicknames.share(first, otherFirst)) {
            return Evidence.GIVEN_SHORT;
        }
        boolean middle = ones.stream().anyMatch(w -> w.length() > 1 && others.contains(w));
        return middle || Letters.alike(first, otherFirst) ? Evidence.GIVEN_LIKE : Evidence.GIVEN_DIFFERENT;
    }

    private static List<String> words(String plain) {
        return Arrays.asList(plain.split(" ", -1));
    }

    private static void born(@Nullable LocalDate one, @Nullable LocalDate other, List<Evidence> found) {
        if (one != null && other != null) {
            found.add(born(one, other));
        }
    }

    private static Evidence born(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return one.getDayOfYear() == 1 ? Evidence.BORN_PLACEHOLDER : Evidence.BORN_SAME;
        }
        boolean swapped = one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
        if (swapped) {
            return Evidence.BORN_SWAPPED;
        }
        if (Letters.slips(one.toString(), other.toString(), 1) <= 1) {
            return Evidence.BORN_SLIP;
        }
        return one.getYear() == other.getYear() ? Evidence.BORN_SAME_YEAR : Evidence.BORN_DIFFERENT;
    }

    private static void sex(String one, String other, List<Evidence> found) {
        if (isTold(one) && isTold(other)) {
            found.add(one.equals(other) ? Evidence.SEX_SAME : Evidence.SEX_DIFFERENT);
        }
    }

    private static boolean isTold(String sex) {
        return sex.equals("female") || sex.equals("male") || sex.equals("other");
    }

    private static void home(Traits one, Traits other, List<Evidence> found) {
        String postcode = postcode(one.postcode());
        String otherPostcode = postcode(other.postcode());
        String address = Letters.plain(one.address());
        String otherAddress = Letters.plain(other.address());
        boolean sameArea = !postcode.isEmpty() && outward(postcode).equals(outward(otherPostcode));
        boolean areaUnknown = postcode.isEmpty() || otherPostcode.isEmpty();
        boolean sameAddress = !address.isEmpty() && !otherAddress.isEmpty() && sameHouse(address, otherAddress);
        if (sameAddress && (sameArea || areaUnknown)) {
            found.add(Evidence.HOME_SAME);
        } else if (areaUnknown) {
            return;
        } else if (postcode.equals(otherPostcode) && postcode.length() > 4) {
            found.add(Evidence.POSTCODE_SAME);
        } else {
            found.add(sameArea ? Evidence.AREA_SAME : Evidence.HOME_DIFFERENT);
        }
    }

    /** The same number in streets that are spelt nearly the same: {@code 12 Test St} and {@code 12, Test Street}. */
    private static boolean sameHouse(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        List<String> ones = words(one);
        List<String> others = words(other);
        return ones.size() > 1
                && others.size() > 1
                && ones.getFirst().equals(others.getFirst())
                && Character.isDigit(one.charAt(0))
                && Letters.alike(ones.get(1), others.get(1));
    }

    static String postcode(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** The first half of a postcode; one that is only a first half is its own. */
    private static String outward(String postcode) {
        return postcode.length() > 4 ? postcode.substring(0, postcode.length() - 3) : postcode;
    }

    private static void phone(String one, String other, List<Evidence> found) {
        if (!one.isEmpty() && !other.isEmpty()) {
            found.add(one.equals(other) ? Evidence.PHONE_SAME : Evidence.PHONE_DIFFERENT);
        }
    }

    /** The last nine digits, so that +44 and 0 are the same; empty where there are fewer. */
    static String digits(String phone) {
        StringBuilder digits = new StringBuilder();
        phone.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.length() < PHONE_DIGITS ? "" : digits.substring(digits.length() - PHONE_DIGITS);
    }
}
