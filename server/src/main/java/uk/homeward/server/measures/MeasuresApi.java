package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.measures.Request;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** Measures as JSON. */
@RestController
@Needs(Permission.READ_AGGREGATES)
class MeasuresApi {

    private final Shelf shelf;
    private final Asking asking;

    MeasuresApi(Shelf shelf, Asking asking) {
        this.shelf = shelf;
        this.asking = asking;
    }

    /** All measures, what each means, and those that are put aside. */
    @GetMapping("/api/measures")
    Map<String, Object> list() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("asOf", shelf.published().map(p -> p.asOf().toString()).orElse(null));
        answer.put("measures", shelf.measures().stream().map(MeasuresApi::about).toList());
        answer.put(
                "quarantined",
                shelf.quarantined().stream()
                        .map(q -> Map.of("file", q.file(), "reason", q.reason()))
                        .toList());
        return answer;
    }

    /** One measure with its rows. */
    @GetMapping("/api/measures/{id}")
    Map<String, Object> measure(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        Measure measure = asking.measure(id);
        @Nullable String split = asking.split(measure, by);
        Grain period = asking.grain(grain);
        Map<String, Object> answer = new LinkedHashMap<>(about(measure));
        answer.put("sql", measure.sql());
        answer.put("grain", period.word());
        List<Map<String, Object>> rows = new ArrayList<>();
        (from == null && to == null
                        ? asking.result(measure, split, period)
                        : shelf.ask(measure, new Request(period, split, from, to)))
                .ifPresent(r -> fill(answer, rows, r));
        answer.put("rows", rows);
        return answer;
    }

    private static void fill(Map<String, Object> answer, List<Map<String, Object>> rows, MeasureResult result) {
        answer.put("asOf", result.asOf().toString());
        result.rows().forEach(r -> rows.add(row(result.grain(), r)));
    }

    private static Map<String, Object> about(Measure measure) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", measure.id());
        about.put("title", measure.title());
        about.put("question", measure.question());
        about.put("definition", measure.definition());
        about.put("source", measure.source());
        about.put("kind", measure.kind().word());
        about.put("unit", measure.unit());
        Measure.Target target = measure.target();
        if (target != null) {
            about.put(
                    "target", Map.of("value", target.value(), "on", target.on().toString(), "source", target.source()));
        }
        about.put(
                "baselines",
                measure.baselines().stream()
                        .map(b -> Map.of("value", b.value(), "period", b.period(), "source", b.source()))
                        .toList());
        about.put("splits", measure.splits());
        about.put("programme", measure.programme());
        about.put("audience", measure.audience());
        return about;
    }

    /** What is not known is null, never zero. */
    private static Map<String, Object> row(Grain grain, MeasureRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", grain.title(row.period()));
        json.put("from", row.period().toString());
        json.put("group", row.group());
        json.put("value", known(row.value()));
        json.put("lower95", known(row.limits().lower()));
        json.put("upper95", known(row.limits().upper()));
        json.put("numerator", known(row.numerator()));
        json.put("denominator", known(row.denominator()));
        json.put("n", row.n());
        json.put("hidden", row.hidden());
        json.put("partial", row.partial());
        return json;
    }

    private static @Nullable Double known(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
