package uk.homeward.server.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contacts by month and sector over years.
 *
 * @param months from the first to the last, without gaps
 */
public record Months(List<Month> months) {

    /** The contacts of one month. */
    public record Month(YearMonth month, Map<Sector, Integer> contacts) {
        public int of(Sector sector) {
            return contacts.getOrDefault(sector, 0);
        }

        public int all() {
            return contacts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One contact. */
    record Contact(Instant at, Sector sector) {}

    public Months {
        months = List.copyOf(months);
    }

    /** From so many years before now, or from the first contact where that is later. */
    static Months of(List<Contact> contacts, ZoneId zone, LocalDate today, int years) {
        YearMonth last = YearMonth.from(today);
        YearMonth earliest = last.minusYears(years).plusMonths(1);
        Map<YearMonth, Map<Sector, Integer>> counts = new java.util.HashMap<>();
        YearMonth first = last.minusMonths(11);
        for (Contact contact : contacts) {
            YearMonth month = YearMonth.from(contact.at().atZone(zone));
            if (!month.isBefore(earliest) && !month.isAfter(last)) {
                counts.computeIfAbsent(month, m -> new EnumMap<>(Sector.class))
                        .merge(contact.sector(), 1, Integer::sum);
                first = month.isBefore(first) ? month : first;
            }
        }
        List<Month> months = new ArrayList<>();
        for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
            months.add(new Month(m, counts.getOrDefault(m, Map.of())));
        }
        return new Months(months);
    }

    public int most() {
        return Math.max(1, months.stream().mapToInt(Month::all).max().orElse(1));
    }

    /** What there was in a year, by sector. */
    public List<Year> years() {
        List<Year> years = new ArrayList<>();
        for (Month m : months) {
            if (years.isEmpty() || years.getLast().year() != m.month().getYear()) {
                years.add(new Year(m.month().getYear(), new EnumMap<>(Sector.class)));
            }
            m.contacts().forEach((s, n) -> years.getLast().contacts().merge(s, n, Integer::sum));
        }
        return years;
    }

    /** The contacts of one year. */
    public record Year(int year, Map<Sector, Integer> contacts) {
        public int of(Sector sector) {
            return contacts.getOrDefault(sector, 0);
        }
    }

    /** Contacts a month of a sector before and after a change; null where there is no whole month on that side. */
    public record Compared(
            Sector sector,
            @Nullable Double before,
            @Nullable Double after) {}

    /** The year before and the year after a day, as contacts a month; the month of the day belongs to neither. */
    public List<Compared> around(LocalDate day) {
        YearMonth turn = YearMonth.from(day);
        List<Compared> compared = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            compared.add(new Compared(sector, mean(sector, turn, -12, -1), mean(sector, turn, 1, 12)));
        }
        return compared;
    }

    private @Nullable Double mean(Sector sector, YearMonth turn, int from, int to) {
        List<Month> side = months.stream()
                .filter(m -> {
                    long away = turn.until(m.month(), ChronoUnit.MONTHS);
                    return away >= from && away <= to;
                })
                .toList();
        return side.isEmpty()
                ? null
                : side.stream().mapToInt(m -> m.of(sector)).average().orElse(0);
    }
}
