package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/** The scenario builder as its page shows it: the drawing, what is changed so far, and the form of what was chosen. */
public final class Builder {

    private final Pathway pathway;
    private final Draft draft;
    private final Base base;
    private final String at;
    private final String svg;

    Builder(PathwaySource source, Draft draft, Base base, String at) {
        this.pathway = source.pathway();
        this.draft = draft;
        this.base = base;
        this.at = at;
        this.svg = source.drawing().svg(Map.of(), name -> isOpen(name) ? draft.address(name) : "");
    }

    /** A change that stands in the scenario, and the address without it. */
    public record Line(String words, String without) {}

    /**
     * A field of the form.
     *
     * @param name as it is sent
     * @param now what holds now, for people
     */
    public record Field(String name, String label, String now, String type, String unit) {}

    /** Something that can be chosen. */
    public record Choice(String name, String title) {}

    private boolean isOpen(String name) {
        return pathway.exits().keySet().stream().noneMatch(e -> e.value().equals(name));
    }

    public String svg() {
        return svg;
    }

    public String title() {
        return draft.title();
    }

    public String at() {
        return at;
    }

    public List<String> codes() {
        return draft.codes();
    }

    public List<Line> lines() {
        return draft.changes().stream()
                .map(c -> new Line(c.words(pathway), draft.without(c).address("")))
                .toList();
    }

    /** All that can be changed, for those who do not use the drawing. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        pathway.routes().values().stream()
                .filter(r -> r.arrivals() != null)
                .forEach(r -> choices.add(new Choice(r.id().value(), "Who comes: " + r.title())));
        pathway.steps().values().forEach(s -> choices.add(new Choice(s.id().value(), "Step: " + s.title())));
        pathway.decisions().values().forEach(d -> choices.add(new Choice(d.id().value(), "Decision: " + d.title())));
        return choices;
    }

    /** The title of what was chosen; empty where nothing was. */
    public String chosen() {
        for (Route r : pathway.routes().values()) {
            if (r.id().value().equals(at)) {
                return r.title();
            }
        }
        for (Step s : pathway.steps().values()) {
            if (s.id().value().equals(at)) {
                return s.title();
            }
        }
        for (Decision d : pathway.decisions().values()) {
            if (d.id().value().equals(at)) {
                return d.title() + ": " + d.question();
            }
        }
        return "";
    }

    public List<Field> fields() {
        List<Field> fields = numbers();
        if (!fields.isEmpty()) {
            fields.add(new Field(
                    "from", "From which day (left empty: from the start, " + base.day() + ")", "", "date", ""));
        }
        return fields;
    }

    private List<Field> numbers() {
        List<Field> fields = new ArrayList<>();
        pathway.routes().values().stream()
                .filter(r -> r.id().value().equals(at) && r.arrivals() != null)
                .forEach(r -> fields.add(new Field(
                        "coming." + at,
                        "People who come, in percent of now",
                        "now " + perDay(r) + " a day",
                        "number",
                        "%")));
        Step step = at.matches("[a-z][a-z0-9-]*") ? pathway.find(StepId.of(at)).orElse(null) : null;
        if (step != null) {
            step(step, fields);
        }
        pathway.decisions().values().stream()
                .filter(d -> d.id().value().equals(at))
                .forEach(d -> d.options()
                        .forEach(o -> fields.add(new Field(
                                "share." + d.id() + "." + o.id(),
                                o.title(),
                                "now " + String.format(Locale.ROOT, "%.1f%%", 100 * o.share()),
                                "number",
                                "%"))));
        return fields;
    }

    private String perDay(Route route) {
        Route.Arrivals arrivals = route.arrivals();
        double assumed = arrivals == null ? 0 : arrivals.perDay();
        return String.format(Locale.ROOT, "%.1f", base.perDay().getOrDefault(route.id(), assumed));
    }

    private void step(Step step, List<Field> fields) {
        step.occupies().keySet().forEach(id -> {
            Pool pool = pathway.get(id);
            int now = base.places().getOrDefault(id, (int) Math.round(pool.capacity()));
            fields.add(new Field("places." + id, pool.title() + ": how many", "now " + now, "number", ""));
        });
        lasting(fields, "stay." + step.id(), "How long it lasts, in percent of now", step.lasts());
        lasting(
                fields,
                "arrange." + step.id(),
                "How long it takes to arrange it once there is room, in percent of now",
                step.beginsAfter());
        pathway.standards().values().stream()
                .filter(s -> step.id().value().equals(s.to().subject()))
                .forEach(s -> promise(s, step, fields));
    }

    private static void lasting(List<Field> fields, String name, String label, @Nullable Lasting lasting) {
        if (lasting != null) {
            double days = lasting.mean().toMinutes() / (24 * 60.0);
            String mean = days < 2
                    ? String.format(Locale.ROOT, "%.1f hours", 24 * days)
                    : String.format(Locale.ROOT, "%.1f days", days);
            fields.add(new Field(name, label, "now " + mean + " on average", "number", "%"));
        }
    }

    private static void promise(Standard standard, Step step, List<Field> fields) {
        String within =
                String.format(Locale.ROOT, "%.1f hours", standard.within().toMinutes() / 60.0);
        if (!step.occupies().isEmpty()) {
            fields.add(new Field(
                    "reach." + standard.id(),
                    "Reach for how many in a hundred: " + standard.title(),
                    "the places that this needs are looked for",
                    "number",
                    "%"));
        }
        fields.add(new Field(
                "within." + standard.id(),
                "Count as kept within how many hours: " + standard.title(),
                "now " + within,
                "number",
                ""));
    }

    /** The codes of what was filled in; what is blank changes nothing, what cannot be is told. */
    static List<String> read(Map<String, String> form, List<String> faults) {
        List<String> codes = new ArrayList<>();
        form.forEach((name, value) -> {
            String text = value.strip();
            if (text.isEmpty()) {
                return;
            }
            String code = code(name, text, form);
            if (code != null) {
                codes.add(code);
                if (!text.matches("[0-9]{1,6}(\\.[0-9]+)?")) {
                    faults.add("(" + text + ") is not a number. Write digits, such as 120.");
                }
            }
        });
        return codes;
    }

    private static @Nullable String code(String name, String text, Map<String, String> form) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String of = name.substring(dot + 1);
        String day = form.getOrDefault("from", "").strip();
        String what = switch (name.substring(0, dot)) {
            case "places" -> "pool:" + of + ":" + text;
            case "stay" -> "step:" + of + ":" + text;
            case "arrange" -> "arrange:" + of + ":" + text;
            case "coming" -> "route:" + of + ":" + text;
            case "share" -> "share:" + of.replace('.', ':') + ":" + text;
            case "within" -> "within:" + of + ":" + text;
            default -> null;
        };
        return what == null || day.isEmpty() ? what : what + ":" + day;
    }
}
