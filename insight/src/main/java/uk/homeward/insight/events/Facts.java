package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where rows are put while they are made, and what all makers of rows know. */
final class Facts {

    private static final int MONTH = 7; // 2026-03

    private final ZoneId zone;
    private final Pseudonyms pseudonyms;
    private final Staging staging;
    private String earliest = "";

    Facts(ZoneId zone, Pseudonyms pseudonyms, Staging staging) {
        this.zone = zone;
        this.pseudonyms = pseudonyms;
        this.staging = staging;
    }

    ZoneId zone() {
        return zone;
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    String month(Instant at) {
        return YearMonth.from(at.atZone(zone)).toString();
    }

    void add(FactTable table, String part, FactRow row) {
        touch(part);
        staging.add(table, part, row);
    }

    private void touch(String part) {
        if (part.length() == MONTH && (earliest.isEmpty() || part.compareTo(earliest) < 0)) {
            earliest = part;
        }
    }

    /** The first day of the first month that got rows; null where none did. */
    @Nullable
    LocalDate earliestTouched() {
        return earliest.isEmpty() ? null : YearMonth.parse(earliest).atDay(1);
    }

    /** Says that all rows with this key give way to those that are added now. */
    void replace(FactTable table, String part, long key) {
        staging.replace(table, part, key);
    }
}
