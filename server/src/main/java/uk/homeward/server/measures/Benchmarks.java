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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.server.ServerSettings;

/** Published figures of other trusts, from the place's folder {@code benchmarks}; none where there is no such folder. */
@Component
public class Benchmarks {

    private static final Logger LOG = LoggerFactory.getLogger(Benchmarks.class);
    private static final double HUNDRED = 100;
    private static final int FAULTS_TOLD = 3;

    private final List<Quarantined> quarantined = new ArrayList<>();

    private final Map<String, Benchmark> byId = new LinkedHashMap<>();
    private final Map<String, Trust> trusts = new LinkedHashMap<>();

    /** A trust that is named; others are shown by their code. */
    public record Trust(String code, String title, String group, boolean own) {}

    @Autowired
    Benchmarks(ServerSettings settings) {
        this(settings.place().resolve("benchmarks"));
    }

    Benchmarks(Path folder) {
        if (Files.isDirectory(folder)) {
            reading(
                    folder,
                    "trusts.csv",
                    faults -> Csv.read(folder.resolve("trusts.csv"), faults)
                            .columns("code", "title", "group", "own", "source")
                            .rows()
                            .forEach(r -> trusts.put(
                                    r.text("code"),
                                    new Trust(r.text("code"), r.text("title"), r.text("group"), r.yes("own")))));
            List<CsvRow> listed = new ArrayList<>();
            reading(
                    folder,
                    "benchmarks.csv",
                    faults -> listed.addAll(Csv.read(folder.resolve("benchmarks.csv"), faults)
                            .columns("id", "title", "unit", "better", "people", "measure", "source")
                            .rows()));
            for (CsvRow row : listed) {
                String file = row.text("id") + ".csv";
                if (!reading(folder, file, faults -> read(folder, row, faults))) {
                    byId.remove(row.text("id"));
                }
            }
        }
    }

    /** Reads one file; one at fault is put aside with what is wrong, and the others go on. */
    private boolean reading(Path folder, String file, Consumer<Faults> read) {
        Faults faults = new Faults();
        try {
            read.accept(faults);
            faults.throwIfAny();
            return true;
        } catch (FaultyDefinition e) {
            String why = e.faults().stream()
                    .map(f -> f.toString().replace(folder + "/", ""))
                    .limit(FAULTS_TOLD)
                    .collect(Collectors.joining(" "));
            int more = e.faults().size() - FAULTS_TOLD;
            quarantined.add(new Quarantined(file, why + (more > 0 ? " And " + more + " more." : "")));
            LOG.warn("The benchmark file ({}) is put aside: {}", file, why);
            return false;
        }
    }

    /** A file that was put aside, and why. */
    public record Quarantined(String file, String reason) {}

    /** Files that were put aside. */
    public List<Quarantined> quarantined() {
        return List.copyOf(quarantined);
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
