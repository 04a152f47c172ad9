package uk.homeward.foresight.benefits;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A British public financial year, April to March, written as {@code 2018/19}. */
public record FinancialYear(int starts) implements Comparable<FinancialYear> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})/(\\d{2})");

    public static FinancialYear of(YearMonth month) {
        return new FinancialYear(month.getMonthValue() >= 4 ? month.getYear() : month.getYear() - 1);
    }

    /** Reads {@code 2018/19}; refuses anything else, and years that do not follow each other. */
    public static FinancialYear parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
            if (year.toString().equals(text)) {
                return year;
            }
        }
        throw new IllegalArgumentException("(" + text + ") is no financial year. Maybe: write it as 2018/19");
    }

    public FinancialYear next() {
        return new FinancialYear(starts + 1);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(starts, other.starts);
    }

    @Override
    public String toString() {
        return "%d/%02d".formatted(starts, (starts + 1) % 100);
    }
}
