package uk.homeward.journey.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** On which days a part of a service's hours holds. */
public sealed interface ServiceDays {

    /** The names of the days, as everybody writes them. */
    List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    int WEEK = 7;
    int LAST = -1;

    /** True where the day is one of these; bank holidays are known to the calendar alone. */
    boolean has(LocalDate date);

    /**
     * The same days each week, or every so many weeks.
     *
     * @param weeks 1 for every week
     * @param first a date of a week in which they hold; null where they hold every week
     */
    record Weekly(Set<DayOfWeek> days, int weeks, @Nullable LocalDate first) implements ServiceDays {

        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty() || weeks < 1 || (weeks > 1) != (first != null)) {
                throw new IllegalArgumentException("these are no days of the week (" + days + ", every " + weeks
                        + " weeks). Maybe: name days, and for every 2 weeks the first date");
            }
        }

        @Override
        public boolean has(LocalDate date) {
            return days.contains(date.getDayOfWeek()) && (first == null || isItsWeek(first, date));
        }

        private boolean isItsWeek(LocalDate start, LocalDate date) {
            return !date.isBefore(start) && ChronoUnit.WEEKS.between(monday(start), monday(date)) % weeks == 0;
        }

        private static LocalDate monday(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        boolean isDaily() {
            return days.size() == WEEK && weeks == 1;
        }

        @Override
        public String toString() {
            return names() + (first == null ? "" : " every " + weeks + " weeks from " + first);
        }

        /** {@code Mon-Fri, Sun}: days in a row as one. */
        private String names() {
            if (days.size() == WEEK) {
                return "daily";
            }
            List<String> runs = new ArrayList<>();
            List<DayOfWeek> sorted = List.copyOf(new TreeSet<>(days));
            for (int i = 0; i < sorted.size(); i++) {
                int from = i;
                while (i + 1 < sorted.size()
                        && sorted.get(i + 1) == sorted.get(i).plus(1)) {
                    i++;
                }
                runs.add(from == i ? name(sorted.get(i)) : name(sorted.get(from)) + "-" + name(sorted.get(i)));
            }
            return String.join(", ", runs);
        }
    }

    /**
     * One day of each month, such as its second Tuesday.
     *
     * @param which 1 to 5, or {@link #LAST}
     */
    record Monthly(int which, DayOfWeek day) implements ServiceDays {

        private static final List<String> WHICH = List.of("1st", "2nd", "3rd", "4th", "5th");

        @Override
        public boolean has(LocalDate date) {
            return date.getDayOfWeek() == day
                    && (which == LAST
                            ? date.plusDays(WEEK).getMonth() != date.getMonth()
                            : (date.getDayOfMonth() - 1) / WEEK + 1 == which);
        }

        @Override
        public String toString() {
            return (which == LAST ? "last" : WHICH.get(which - 1)) + " " + name(day);
        }
    }

    /** Every day of the dates that the part names: an exception to everything else. */
    record Dated() implements ServiceDays {
        @Override
        public boolean has(LocalDate date) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** The place's bank holidays. */
    record BankHolidays() implements ServiceDays {
        @Override
        public boolean has(LocalDate date) {
            return true;
        }

        @Override
        public String toString() {
            return "bank holidays";
        }
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
