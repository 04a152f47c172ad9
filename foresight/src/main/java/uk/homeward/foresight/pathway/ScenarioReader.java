package uk.homeward.foresight.pathway;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.homeward.journey.pathway.Amounts;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads a scenario: lays its changes over the pathway and checks that the outcome can be played. */
final class ScenarioReader {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 1, 5, 0, 0);

    /** Under these stands one distribution; a change names another kind or other numbers of the same kind. */
    private static final Set<String> DISTRIBUTIONS = Set.of("lasts", "after", "accepted-after", "patience");

    private final Yaml yaml;
    private final Faults faults;

    ScenarioReader(Yaml yaml) {
        this.yaml = yaml;
        this.faults = yaml.faults();
    }

    Scenario read() {
        faults.throwIfAny();
        yaml.allow("scenario", "title", "pathway", "start", "warm-up", "lasts", "periods", "change", "add", "later");
        Yaml changed = changed(base());
        faults.throwIfAny();
        Pathway pathway = Pathway.of(changed);
        LocalDateTime start = start();
        DatedChanges later = new DatedChanges(yaml.optional("later"), changed, start.toLocalDate());
        List<Scenario.Later> turns = later.read(this::overlaid);
        Scenario scenario = new Scenario(
                yaml.get("scenario").text(),
                yaml.text("title", yaml.text("scenario", "")),
                pathway,
                start,
                hours("warm-up", 0),
                hours("lasts", 24 * 365.25),
                period(),
                changes(),
                turns);
        faults.throwIfAny();
        new PlayableCheck(scenario, changed).check();
        faults.throwIfAny();
        return scenario;
    }

    private Yaml base() {
        Yaml pathway = yaml.get("pathway");
        if (pathway.isMap()) {
            return pathway;
        }
        String name = pathway.text();
        Path beside = Path.of(yaml.file()).toAbsolutePath().getParent();
        return Yaml.read(beside == null ? Path.of(name) : beside.resolve(name).normalize(), faults);
    }

    private Yaml changed(Yaml base) {
        Yaml change = yaml.optional("change");
        Yaml add = yaml.optional("add");
        Yaml result = overlaid(base, change);
        add.entries()
                .forEach((section, entries) -> entries.entries().forEach((name, value) -> {
                    if (base.optional(section).has(name)) {
                        value.fault("(" + name + ") is there already", "write it under 'change'");
                    }
                }));
        return add.isMap() ? result.overlay(add, DISTRIBUTIONS) : result;
    }

    /** The pathway with some lines written differently. */
    private Yaml overlaid(Yaml base, Yaml change) {
        changesNothingNew(base, change);
        return change.isMap() ? base.overlay(change, DISTRIBUTIONS) : base;
    }

    /** A misspelt name under 'change' must never become a new thing that nobody uses. */
    private void changesNothingNew(Yaml base, Yaml change) {
        change.entries().forEach((section, entries) -> {
            if (!base.has(section)) {
                entries.fault("the pathway has no " + section + " to change", "one of " + base.keys());
                return;
            }
            if (!entries.isMap()) {
                return;
            }
            entries.entries().forEach((name, value) -> {
                if (!base.optional(section).has(name)) {
                    value.fault(
                            "the pathway has no (" + name + ") under " + section,
                            "one of " + base.optional(section).keys() + ", or write it under 'add'");
                }
            });
        });
    }

    private LocalDateTime start() {
        if (!yaml.has("start")) {
            return MONDAY;
        }
        String text = yaml.get("start").text();
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException e) {
            yaml.get("start").fault("not a date (" + text + ")", "write 2026-12-01 or 2026-12-01T08:00");
            return MONDAY;
        }
    }

    private double hours(String key, double otherwise) {
        return yaml.has(key) ? Amounts.seconds(Amounts.read(yaml.get(key))) / 3600 : otherwise;
    }

    private Scenario.Period period() {
        String text = yaml.text("periods", "none");
        for (Scenario.Period period : Scenario.Period.values()) {
            if (period.name().toLowerCase(Locale.ROOT).equals(text)) {
                return period;
            }
        }
        yaml.get("periods").fault("not a period (" + text + ")", "one of none, week, month, year");
        return Scenario.Period.NONE;
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        list(yaml.optional("change"), "", changes);
        list(yaml.optional("add"), "", changes);
        yaml.optional("later")
                .items()
                .forEach(l ->
                        list(l.optional("change"), "from " + l.optional("from").text() + ": ", changes));
        return changes;
    }

    private static void list(Yaml at, String path, List<String> changes) {
        if (at.isMap()) {
            at.entries()
                    .forEach((key, value) ->
                            list(value, path.isEmpty() || path.endsWith(" ") ? path + key : path + "." + key, changes));
        } else if (at.isScalar() && !at.isBlank()) {
            changes.add(path + ": " + at.text());
        } else {
            at.items().forEach(item -> list(item, path, changes));
        }
    }
}
