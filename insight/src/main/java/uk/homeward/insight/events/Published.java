package uk.homeward.insight.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How far a folder of published facts is.
 *
 * @param place the place's id
 * @param zone the time zone of its days
 * @param source {@code journal} or {@code simulation}
 * @param until the last event that is in it, in the words of the source; blank before the first
 * @param looks the number of the last look that is in it
 * @param asOf the moment at which this was how things stood
 * @param events how many events are in it
 */
public record Published(String place, ZoneId zone, String source, String until, long looks, Instant asOf, long events) {

    /** Rises when a table or column changes its meaning; folders of another form are refused. */
    static final int FORM = 3;

    static final String FILE = "published.txt";

    /** Nothing is published yet. */
    public static Published nothing(String place, ZoneId zone, String source) {
        return new Published(place, zone, source, "", 0, Instant.EPOCH, 0);
    }

    /** The same folder later. */
    public Published after(String lastEvent, long lastLook, Instant now) {
        return new Published(place, zone, source, lastEvent, lastLook, now, events);
    }

    Published withEvents(long all) {
        return new Published(place, zone, source, until, looks, asOf, all);
    }

    String text(String key) {
        return String.join(
                "\n",
                "form " + FORM,
                "place " + place,
                "zone " + zone,
                "source " + source,
                "until " + until,
                "looks " + looks,
                "as-of " + asOf,
                "events " + events,
                "key " + key,
                "");
    }

    static boolean isOfThisForm(List<String> lines) {
        return value(lines, "form").equals(Integer.toString(FORM));
    }

    static Published of(List<String> lines) {
        if (!isOfThisForm(lines)) {
            throw new PublishingFailure(
                    "the folder's facts have the form (" + value(lines, "form") + "), this version writes " + FORM,
                    "publish into an empty folder");
        }
        return new Published(
                value(lines, "place"),
                ZoneId.of(value(lines, "zone")),
                value(lines, "source"),
                value(lines, "until"),
                Long.parseLong(value(lines, "looks")),
                Instant.parse(value(lines, "as-of")),
                Long.parseLong(value(lines, "events")));
    }

    static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }
}
