package uk.homeward.insight.measures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.journey.Id;
import uk.homeward.journey.source.Faults;

/** Reads the comments at the head of a measure's file: {@code -- key: value}, continued by {@code --   more}. */
final class Header {

    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "question",
            "definition",
            "source",
            "kind",
            "unit",
            "per",
            "better",
            "target",
            "baseline",
            "split",
            "hide",
            "programme",
            "audience",
            "foreseen");
    private static final Pattern LINE = Pattern.compile("--\\s?([a-z]+):\\s*(.*)");
    private static final Pattern TARGET = Pattern.compile("(-?[0-9.]+)\\s+(?:by|from)\\s+(\\S+)(?:;\\s*(.*))?");
    private static final Pattern BASELINE = Pattern.compile("(-?[0-9.]+)\\s+in\\s+([^;]+);\\s*(.+)");
    private static final int HIDE_BELOW = 5;

    private final String file;
    private final Faults faults;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private int end = 1;

    private record Entry(int line, String text) {}

    Header(String file, List<String> lines, Faults faults) {
        this.file = file;
        this.faults = faults;
        read(lines);
    }

    private void read(List<String> lines) {
        String key = "";
        for (String line : lines) {
            if (!line.startsWith("--") && !line.isBlank()) {
                return;
            }
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                key = matcher.group(1);
                if (!KEYS.contains(key)) {
                    fault(
                            end,
                            "'" + key + "' is no part of a header",
                            "one of " + KEYS.stream().sorted().toList());
                }
                entries.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Entry(end, matcher.group(2).strip()));
            } else if (line.startsWith("--  ") && entries.containsKey(key)) {
                Entry last = entries.get(key).removeLast();
                entries.get(key)
                        .add(new Entry(
                                last.line(),
                                (last.text() + " " + line.substring(2).strip()).strip()));
            }
            end++;
        }
    }

    /** The first line behind the header, from 1. */
    int sqlLine() {
        return end;
    }

    private void fault(int line, String what, String maybe) {
        faults.add(file, line, what, maybe);
    }

    private Optional<Entry> find(String key) {
        List<Entry> all = entries.getOrDefault(key, List.of());
        if (all.size() > 1) {
            fault(all.getLast().line(), "'" + key + "' stands twice", "keep one");
        }
        return all.isEmpty() || all.getLast().text().isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    String need(String key, String example) {
        Optional<Entry> entry = find(key);
        if (entry.isEmpty()) {
            fault(1, "the header has no '" + key + "'", "-- " + key + ": " + example);
        }
        return entry.map(Entry::text).orElse("");
    }

    String id() {
        String id = need("id", "response-2h");
        if (!id.isEmpty() && !Id.WORDS.matcher(id).matches()) {
            fault(1, "the id (" + id + ") is not a name", "lower-case words joined by hyphens, such as response-2h");
        }
        return id;
    }

    Kind kind() {
        String word = need("kind", "share");
        Optional<Kind> kind = Kind.find(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
            fault(line("kind"), "there is no kind (" + word + ")", "one of " + words);
        }
        return kind.orElse(Kind.COUNT);
    }

    Improvement improvement() {
        String word = need("better", "higher");
        return switch (word) {
            case "higher" -> Improvement.INCREASE;
            case "lower" -> Improvement.DECREASE;
            case "neither", "" -> Improvement.NEUTRAL;
            default -> {
                fault(line("better"), "'better' is (" + word + ")", "higher, lower or neither");
                yield Improvement.NEUTRAL;
            }
        };
    }

    double per() {
        return find("per").map(e -> number(e, e.text(), "100000")).orElse(1.0);
    }

    int hideBelow() {
        return find("hide").map(e -> (int) number(e, e.text(), "5")).orElse(HIDE_BELOW);
    }

    List<String> list(String key) {
        return find(key)
                .map(e -> Arrays.stream(e.text().split(","))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    String may(String key) {
        return find(key).map(Entry::text).orElse("");
    }

    Measure.@Nullable Target target() {
        Optional<Entry> entry = find("target");
        if (entry.isEmpty()) {
            return null;
        }
        Matcher matcher = TARGET.matcher(entry.get().text());
        if (!matcher.matches()) {
            fault(
                    entry.get().line(),
                    "the target (" + entry.get().text() + ") has no date",
                    "70 from 2022-12-01; who set it");
            return null;
        }
        double value = number(entry.get(), matcher.group(1), "70");
        return new Measure.Target(value, date(entry.get(), matcher.group(2)), text(matcher.group(3)));
    }

    List<Measure.Baseline> baselines() {
        List<Measure.Baseline> all = new ArrayList<>();
        for (Entry entry : entries.getOrDefault("baseline", List.of())) {
            Matcher matcher = BASELINE.matcher(entry.text());
            if (matcher.matches()) {
                double value = number(entry, matcher.group(1), "86.5");
                all.add(new Measure.Baseline(
                        value, matcher.group(2).strip(), matcher.group(3).strip()));
            } else {
                fault(
                        entry.line(),
                        "the baseline (" + entry.text() + ") lacks its period or source",
                        "86.5 in 2016; document 001");
            }
        }
        return all;
    }

    private int line(String key) {
        return entries.getOrDefault(key, List.of()).stream()
                .map(Entry::line)
                .findFirst()
                .orElse(1);
    }

    private double number(Entry entry, String text, String example) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            fault(entry.line(), "(" + text + ") is not a number", example);
            return 0;
        }
    }

    private LocalDate date(Entry entry, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(entry.line(), "(" + text + ") is not a date", "2022-12-01");
            return LocalDate.EPOCH;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
