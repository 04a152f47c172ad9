package uk.homeward.server.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as they typed it: an NHS number with or without spaces, a name, a date of birth, or a name and a
 * date of birth.
 *
 * @param digits the digits, where a number was typed; empty otherwise
 * @param words the words of the name in lower case
 * @param born the date of birth; null where none was given
 */
record Search(String digits, List<String> words, @Nullable LocalDate born) {

    private static final Pattern BRITISH =
            Pattern.compile("\\b([0-3]?[0-9])[./-]([01]?[0-9])[./-]((?:18|19|20)[0-9]{2})\\b");
    private static final Pattern ISO = Pattern.compile("\\b((?:18|19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])\\b");
    private static final int ENOUGH_DIGITS = 6;

    Search {
        words = List.copyOf(words);
    }

    /** Reads what was typed. */
    static Search of(String typed) {
        Matcher iso = ISO.matcher(typed);
        if (iso.find()) {
            LocalDate born = day(iso.group(1), iso.group(2), iso.group(3));
            return named(iso.replaceAll(" "), born);
        }
        Matcher british = BRITISH.matcher(typed);
        if (british.find()) {
            LocalDate born = day(british.group(3), british.group(2), british.group(1));
            return named(british.replaceAll(" "), born);
        }
        String digits = typed.replaceAll("[\\s\\u00a0-]", "");
        boolean number = digits.length() >= ENOUGH_DIGITS && digits.chars().allMatch(Character::isDigit);
        return number ? new Search(digits, List.of(), null) : named(typed, null);
    }

    private static Search named(String text, @Nullable LocalDate born) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.UK).split("[^\\p{L}'’-]+", -1)) {
            if (!word.isBlank()) {
                words.add(word.replace('’', '\''));
            }
        }
        return new Search("", words, born);
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isEmpty() {
        return digits.isEmpty() && words.isEmpty() && born == null;
    }

    String name() {
        return String.join(" ", words);
    }
}
