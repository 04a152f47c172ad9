package uk.homeward.journey.place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Yaml;

/** What {@code place.yaml} says: the place's name and ground rules, its sources, holidays and provider features. */
final class Heading {

    private static final Set<String> OWN_WORD = Set.of("assumption", "made up");

    private final Yaml yaml;

    Heading(Yaml yaml) {
        this.yaml = yaml.allow(
                "id",
                "title",
                "time-zone",
                "language",
                "schema",
                "population",
                "registered",
                "sources",
                "features",
                "holidays");
    }

    PlaceId id() {
        Yaml id = yaml.get("id");
        try {
            return PlaceId.of(id.text());
        } catch (IllegalArgumentException e) {
            id.fault("'id' cannot be used: " + e.getMessage(), "name it like its folder");
            return PlaceId.of("unknown");
        }
    }

    String title() {
        return yaml.get("title").text();
    }

    String language() {
        return yaml.get("language").text();
    }

    ZoneId zone() {
        Yaml zone = yaml.get("time-zone");
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            zone.fault("there is no such time zone (" + zone.text() + ")", "Europe/London");
            return ZoneId.of("Europe/London");
        }
    }

    /** The name of the database schema in which this place lives. */
    String schema() {
        Yaml schema = yaml.get("schema");
        if (!schema.text().matches("[a-z][a-z0-9_]{0,62}")) {
            String what = "a schema is named in lower-case letters, digits and underscores (" + schema.text() + ")";
            schema.fault(what, "birmingham_solihull");
        }
        return schema.text();
    }

    int population() {
        return positive("population");
    }

    /** People registered with the practices, as stated; the list sizes must add up to it. */
    int registered() {
        return positive("registered");
    }

    Yaml registeredAt() {
        return yaml.get("registered");
    }

    private int positive(String key) {
        Yaml value = yaml.get(key);
        int number = value.whole();
        if (number <= 0 && !value.isBlank()) {
            value.fault("'" + key + "' must be more than none (" + number + ")", "count people");
        }
        return number;
    }

    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        yaml.get("sources").entries().forEach((id, title) -> sources.add(new Source(id, title.text())));
        return sources;
    }

    /** The words for what care providers can do. */
    Set<String> features() {
        return Set.copyOf(new HashSet<>(yaml.texts("features")));
    }

    List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        yaml.get("holidays").entries().forEach((date, title) -> {
            try {
                LocalDate day = LocalDate.parse(date);
                holidays.add(new Holiday(day, title.text()));
                seen.add(day);
            } catch (DateTimeException e) {
                title.fault("a holiday is no date (" + date + ")", "write it as 2026-12-25: Christmas Day");
            }
        });
        return holidays;
    }

    /** The row's source; a fault unless it begins with a declared source, {@code assumption} or {@code made up}. */
    String source(CsvRow row) {
        String source = row.text("source");
        if (!source.isEmpty()) {
            problemWith(source)
                    .ifPresent(problem -> row.fault(
                            problem, "begin it with a source of place.yaml, or with assumption: and the reason"));
        }
        return source;
    }

    /** What is wrong with a source, if anything. */
    java.util.Optional<String> problemWith(String source) {
        String first = source.split("[:;]", 2)[0].strip();
        boolean reason = source.contains(":")
                && !source.substring(source.indexOf(':') + 1).isBlank();
        if (OWN_WORD.contains(first)) {
            return reason
                    ? java.util.Optional.empty()
                    : java.util.Optional.of("the source gives no reason (" + source + ")");
        }
        boolean known = yaml.optional("sources").has(first);
        return known ? java.util.Optional.empty() : java.util.Optional.of("the source is not known (" + first + ")");
    }
}
