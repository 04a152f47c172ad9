package uk.homeward.journey.pathway;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.source.Yaml;

/** Reads a pool. */
final class PoolReader {

    Pool read(PoolId id, Yaml at) {
        at.allow("title", "kind", "capacity", "by-hour", "by-weekday", "changes", "out-of-service", "cost-per-day");
        return new Pool(
                id,
                at.text("title", id.value()),
                PathwayReader.oneOf(at, "kind", Pool.Kind.class, Pool.Kind.PLACES),
                at.text("capacity", "").equals("unlimited")
                        ? Double.POSITIVE_INFINITY
                        : notNegative(at.get("capacity")),
                ArrivalsReader.weights(at.optional("by-hour"), 24),
                ArrivalsReader.weights(at.optional("by-weekday"), 7),
                changes(at.optional("changes")),
                at.has("out-of-service") ? notNegative(at.get("out-of-service")) : 0,
                at.has("cost-per-day") ? notNegative(at.get("cost-per-day")) : 0);
    }

    private static List<Pool.Change> changes(Yaml at) {
        List<Pool.Change> changes = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (Yaml item : at.items()) {
            item.allow("from", "capacity");
            LocalDate from = date(item.get("from"));
            if (!from.isAfter(before)) {
                item.fault("the date (" + from + ") is not after the one before", "write changes in order");
            }
            before = from;
            changes.add(new Pool.Change(from, notNegative(item.get("capacity"))));
        }
        return changes;
    }

    static LocalDate date(Yaml at) {
        try {
            return LocalDate.parse(at.text());
        } catch (DateTimeParseException e) {
            at.fault("not a date (" + at.text() + ")", "write 2026-12-01");
            return LocalDate.EPOCH;
        }
    }

    private static double notNegative(Yaml at) {
        double value = at.number();
        if (value < 0) {
            at.fault("this cannot be negative (" + at.text() + ")", "write 0 or more");
            return 0;
        }
        return value;
    }
}
