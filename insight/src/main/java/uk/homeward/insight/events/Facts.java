package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Where rows are put while they are made, and what all makers of rows know. */
final class Facts {

    private final ZoneId zone;
    private final Pseudonyms pseudonyms;
    private final Staging staging;

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
        staging.add(table, part, row);
    }

    /** Says that all rows with this key give way to those that are added now. */
    void replace(FactTable table, String part, long key) {
        staging.replace(table, part, key);
    }
}
