package uk.homeward.server.measures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Kind;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Confidence;
import uk.homeward.insight.statistics.Proportion;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.ServerSettings;

/** Published figures of other trusts, from the place's folder {@code benchmarks}; none where there is no such folder. */
@Component
public class Benchmarks {

    private static final double HUNDRED = 100;

    private final Map<String, Benchmark> byId = new LinkedHashMap<>();
    private final Map<String, Trust> trusts = new LinkedHashMap<>();

    /** A trust that is named; others are shown by their code. */
    public record Trust(String code, String title, String group, boolean own) {}

    @Autowired
    Benchmarks(ServerSettings settings) {
        this(settings.place().resolve("benchmarks"));
    }

    Benchmarks(Path folder) {
        Faults faults = new Faults();
        if (Files.isDirectory(folder)) {
            Csv.read(folder.resolve("trusts.csv"), faults)
                    .columns("code", "title", "group", "own", "source")
                    .rows()
                    .forEach(r -> trusts.put(
                            r.text("code"), new Trust(r.text("code"), r.text("title"), r.text("group"), r.yes("own"))));
            Csv.read(folder.resolve("benchmarks.csv"), faults)
                    .columns("id", "title", "unit", "better", "people", "measure", "source")
                    .rows()
                    .forEach(r -> read(folder, r, faults));
        }
        faults.throwIfAny();
    }

    private void read(Path folder, CsvRow row, Faults faults) {
        Map<LocalDate, List<MeasureRow>> byMonth = new TreeMap<>();
        for (CsvRow r : Csv.read(folder.resolve(row.text("id") + ".csv"), faults)
                .columns("trust", "month", "numerator", "denominator")
                .rows()) {
            double of = r.number("denominator", 1);
            double with = r.number("numerator", 0);
            if (with > of) {
                r.fault("the numerator (" + with + ") is more than the denominator (" + of + ")", "mend the row");
            } else {
                LocalDate month = r.date("month");
                byMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(figure(month, r.text("trust"), with, of));
            }
        }
        List<MeasureRow> rows = new ArrayList<>();
        byMonth.forEach((month, of) -> {
            rows.add(figure(
                    month,
                    null,
                    of.stream().mapToDouble(r -> zero(r.numerator())).sum(),
                    of.stream().mapToDouble(r -> zero(r.denominator())).sum()));
            rows.addAll(of);
        });
        if (!rows.isEmpty()) {
            Measure measure = measure(row);
            LocalDate after = Grain.MONTH.next(rows.getLast().period());
            byId.put(
                    measure.id(),
                    new Benchmark(
                            new MeasureResult(measure, Grain.MONTH, "trust", after, rows),
                            row.text("people"),
                            row.optional("measure")));
        }
    }

    private static double zero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static MeasureRow figure(LocalDate month, @Nullable String trust, double with, double of) {
        Proportion share = new Proportion(with, of);
        return new MeasureRow(
                month,
                trust,
                with,
                of,
                Math.round(of),
                HUNDRED * share.value(),
                share.limits(Confidence.NINETY_FIVE).times(HUNDRED),
                false,
                false);
    }

    private static Measure measure(CsvRow row) {
        return new Measure(
                row.text("id"),
                row.text("title"),
                "",
                row.text("title"),
                row.text("source"),
                Kind.SHARE,
                row.text("unit"),
                1,
                row.text("better").equals("higher") ? Improvement.INCREASE : Improvement.DECREASE,
                null,
                List.of(),
                List.of("trust"),
                0,
                "",
                List.of(),
                "",
                "",
                "benchmarks.csv",
                row.line());
    }

    public List<Benchmark> list() {
        return List.copyOf(byId.values());
    }

    public Optional<Benchmark> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The trusts of this place. */
    public List<Trust> own() {
        return trusts.values().stream().filter(Trust::own).toList();
    }

    /** The codes of a group of comparators; all that there are for a blank name. */
    List<String> group(String name, Benchmark benchmark) {
        return benchmark.result().groups().stream()
                .filter(code -> name.isBlank()
                        || Optional.ofNullable(trusts.get(code))
                                .map(t -> t.group().equals(name))
                                .orElse(false))
                .toList();
    }

    public List<String> groups() {
        return trusts.values().stream().map(Trust::group).distinct().toList();
    }

    public String title(@Nullable String code) {
        Trust known = code == null ? null : trusts.get(code);
        return known == null ? "Trust " + code : known.title();
    }
}
