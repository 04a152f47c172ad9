package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Comparators;
import uk.homeward.insight.statistics.Funnel;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** This place's trusts beside others, by what is published of all of them. */
@Controller
@Needs(Permission.READ_AGGREGATES)
class BenchmarkController {

    private static final double HUNDRED = 100;

    private final Benchmarks benchmarks;

    BenchmarkController(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @GetMapping("/benchmarks")
    ModelAndView list() {
        List<Standing> standings = new ArrayList<>();
        for (Benchmark b : benchmarks.list()) {
            for (Benchmarks.Trust own : benchmarks.own()) {
                standing(b, own.code()).ifPresent(standings::add);
            }
        }
        List<Benchmark> without = benchmarks.list().stream()
                .filter(b -> standings.stream().noneMatch(s -> s.benchmark().equals(b)))
                .toList();
        return new ModelAndView("measures/benchmarks")
                .addObject("standings", standings)
                .addObject("without", without)
                .addObject("benchmarks", benchmarks);
    }

    private Optional<Standing> standing(Benchmark b, String trust) {
        List<MeasureRow> of = b.result().of(trust);
        if (of.isEmpty()) {
            return Optional.empty();
        }
        MeasureRow last = of.getLast();
        List<MeasureRow> ranked = b.ranked(last.period());
        return Optional.of(new Standing(
                b,
                trust,
                new Reading(b.result(), trust, List.of()),
                last,
                ranked.indexOf(last) + 1,
                ranked.size(),
                benchmarks.title(ranked.getFirst().group())));
    }

    @GetMapping("/benchmarks/{id}")
    ModelAndView page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String trust,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate month) {
        Benchmark b = benchmarks
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no published figure (" + id + "). Maybe: choose one of the list"));
        String chosen = chosen(b, trust);
        LocalDate at = month == null || !b.months().contains(month)
                ? b.result().of(chosen).getLast().period()
                : month;
        List<String> among = benchmarks.group(group, b);
        return new ModelAndView("measures/benchmark")
                .addObject("benchmark", b)
                .addObject("benchmarks", benchmarks)
                .addObject("trust", chosen)
                .addObject("group", group)
                .addObject("month", at)
                .addObject("reading", new Reading(b.result(), chosen, List.of()))
                .addObject("funnel", funnel(b, at, among))
                .addObject("lines", lines(b, at, among, chosen))
                .addObject("gain", b.gain(chosen, among, at).orElse(null))
                .addObject(
                        "gainWords",
                        b.gain(chosen, among, at).map(g -> words(b, g)).orElse(""));
    }

    private String chosen(Benchmark b, String trust) {
        List<String> all = b.result().groups();
        if (all.contains(trust)) {
            return trust;
        }
        return benchmarks.own().stream()
                .map(Benchmarks.Trust::code)
                .filter(all::contains)
                .findFirst()
                .orElse(all.getFirst());
    }

    private String funnel(Benchmark b, LocalDate month, List<String> among) {
        List<FunnelChart.Dot> dots = new ArrayList<>();
        b.ranked(month).stream()
                .filter(r -> among.contains(r.group()))
                .forEach(r -> dots.add(new FunnelChart.Dot(
                        benchmarks.title(r.group()),
                        Objects.requireNonNull(r.denominator()),
                        Objects.requireNonNull(r.value()))));
        return dots.size() < 2
                ? ""
                : FunnelChart.shares("funnel-" + b.measure().id(), b.measure().title(), common(b, month), dots);
    }

    private static double common(Benchmark b, LocalDate month) {
        return b.result().of(null).stream()
                .filter(r -> r.period().equals(month))
                .findFirst()
                .map(r -> Objects.requireNonNull(r.value()))
                .orElse(0.0);
    }

    private List<TrustLine> lines(Benchmark b, LocalDate month, List<String> among, String chosen) {
        double common = common(b, month);
        return b.ranked(month).stream()
                .filter(r -> among.contains(r.group()))
                .map(r -> new TrustLine(
                        String.valueOf(r.group()),
                        benchmarks.title(r.group()),
                        chosen.equals(r.group()),
                        r,
                        Groups.words(Funnel.share(common / HUNDRED, Objects.requireNonNull(r.denominator()))
                                        .position(Objects.requireNonNull(r.value()) / HUNDRED))
                                .replace("the place", "all")))
                .toList();
    }

    private String words(Benchmark b, Comparators.Gain gain) {
        if (gain.gap() == 0) {
            return benchmarks.title(gain.place().id()) + " is itself the best of these.";
        }
        return "If %s were as good as the best of these (%s, %s%%), the figure would be %s points better: %s %s in this month."
                .formatted(
                        benchmarks.title(gain.place().id()),
                        benchmarks.title(gain.best().id()),
                        XmrChart.number(gain.best().value(), 0.1),
                        XmrChart.number(gain.gap(), 0.1),
                        XmrChart.number(gain.people(), 1),
                        b.people());
    }
}
