package uk.homeward.insight.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uk.homeward.insight.risk.Segments.Segment;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * A place's own choices about risk, read from its {@code risk.yaml}: where the pyramid's lines are drawn, and the segments
 * in order of priority.
 */
public record RiskSettings(RiskPyramid.Shares shares, Segments segments) {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]([0-9][0-9A-Z]{0,4})?");
    private static final List<String> KINDS =
            List.of("flag", "age-from", "frailty-from", "diagnoses", "all", "any", "everyone");

    /**
     * Reads the file.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file, each with its line
     */
    public static RiskSettings read(Path file) {
        Faults faults = new Faults();
        return of(Yaml.read(file, faults), faults);
    }

    static RiskSettings of(Yaml file, Faults faults) {
        file.allow("pyramid", "segments");
        Yaml pyramid = file.get("pyramid").allow("high", "rising");
        double high = pyramid.get("high").number();
        double rising = pyramid.get("rising").number();
        List<Segment> segments = new ArrayList<>();
        for (Yaml item : file.get("segments").items()) {
            segments.add(segment(item));
        }
        faults.throwIfAny();
        try {
            return new RiskSettings(new RiskPyramid.Shares(high, rising), Segments.of(segments));
        } catch (IllegalArgumentException e) {
            file.fault(String.valueOf(e.getMessage()), "see above");
            faults.throwIfAny();
            throw e;
        }
    }

    private static Segment segment(Yaml item) {
        List<String> keys = new ArrayList<>(KINDS);
        keys.addAll(List.of("segment", "title", "at-least"));
        item.allow(keys.toArray(String[]::new));
        return new Segment(item.get("segment").text(), item.get("title").text(), criterion(item));
    }

    private static Criterion criterion(Yaml item) {
        List<String> kinds = KINDS.stream().filter(item::has).toList();
        if (kinds.size() != 1) {
            item.fault("a criterion has " + kinds + " where one kind is needed", "combine several under all or any");
            return new Criterion.Everyone();
        }
        String kind = kinds.getFirst();
        Yaml value = item.get(kind);
        return switch (kind) {
            case "flag" -> new Criterion.Flag(value.text());
            case "age-from" -> new Criterion.AgeFrom(value.whole());
            case "frailty-from" -> new Criterion.FrailtyFrom((int) Math.round(value.number() * 10));
            case "diagnoses" -> diagnoses(value, item.whole("at-least", 1));
            case "all" -> new Criterion.All(several(value));
            case "any" -> new Criterion.AnyOf(several(value));
            default -> new Criterion.Everyone();
        };
    }

    private static List<Criterion> several(Yaml list) {
        List<String> keys = new ArrayList<>(KINDS);
        keys.add("at-least");
        return list.items().stream()
                .map(item -> criterion(item.allow(keys.toArray(String[]::new))))
                .toList();
    }

    private static Criterion diagnoses(Yaml list, int atLeast) {
        Set<String> prefixes = new HashSet<>();
        for (Yaml item : list.items()) {
            String prefix = item.text().replace(".", "");
            if (PREFIX.matcher(prefix).matches()) {
                prefixes.add(prefix);
            } else {
                item.fault("(" + item.text() + ") does not begin an ICD-10 code", "write F00, Z51.5 or C");
            }
        }
        if (prefixes.isEmpty() || atLeast < 1 || atLeast > prefixes.size()) {
            list.fault(
                    "(" + atLeast + ") of " + prefixes.size() + " groups of diagnoses are asked for",
                    "list the groups, and ask for one to all of them");
            return new Criterion.Everyone();
        }
        return new Criterion.Diagnoses(atLeast, prefixes);
    }
}
