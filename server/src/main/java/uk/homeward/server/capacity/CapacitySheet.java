package uk.homeward.server.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import uk.homeward.server.capacity.UnitsNow.UnitLine;

/** Units as a table; with the columns unit, capacity, out_of_service and free it can be sent back changed. */
final class CapacitySheet {

    private CapacitySheet() {}

    static String of(List<UnitLine> units, Instant now) {
        StringBuilder text = new StringBuilder("pool,unit,title,locality,organisation,capacity,out_of_service,cleaning,"
                + "taken,held,free,confirmed_at,confirmed_by,freshness\n");
        for (UnitLine u : units) {
            text.append(String.join(
                            ",",
                            u.pool(),
                            u.unit(),
                            quoted(u.title()),
                            u.locality(),
                            u.organisation(),
                            number(u.room().capacity()),
                            number(u.room().outOfService()),
                            number(u.room().cleaning()),
                            number(u.room().taken()),
                            number(u.room().held()),
                            number(u.room().free()),
                            u.room().confirmedAt().toString(),
                            quoted(u.room().confirmedBy()),
                            u.room().freshness(now).name().toLowerCase(Locale.ROOT)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** What a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String value) {
        String harmless = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
