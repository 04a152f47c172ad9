package uk.homeward.journey.pathway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.Id;
import uk.homeward.journey.source.Yaml;

/** Turns a YAML document into a {@link Pathway}, gathering every fault on the way. */
final class PathwayReader {

    private final Yaml yaml;
    private final Names names;
    private final Map<String, List<String>> attributes;

    PathwayReader(Yaml yaml) {
        this.yaml = yaml.allow(
                "pathway",
                "title",
                "version",
                "source",
                "attributes",
                "routes",
                "steps",
                "decisions",
                "exits",
                "pools",
                "standards",
                "follow-ups");
        this.names = new Names(
                yaml.optional("steps").keys(),
                yaml.optional("decisions").keys(),
                yaml.optional("exits").keys());
        this.attributes = new LinkedHashMap<>();
        yaml.optional("attributes")
                .entries()
                .forEach((name, values) -> attributes.put(
                        name, values.items().stream().map(Yaml::text).toList()));
    }

    Pathway read() {
        Yaml id = yaml.get("pathway");
        names.check(yaml);
        Pathway pathway = new Pathway(
                id(id, id.text(), "pathway", PathwayId::of),
                yaml.get("title").text(),
                yaml.whole("version", 1),
                yaml.texts("source"),
                attributes,
                section("routes", RouteId::of, this::route),
                section("steps", StepId::of, this::step),
                section("decisions", DecisionId::of, this::decision),
                section("exits", ExitId::of, this::exit),
                section("pools", PoolId::of, new PoolReader()::read),
                section("standards", StandardId::of, new StandardReader(names)::read),
                section("follow-ups", FollowUpId::of, new StandardReader(names)::followUp));
        new PathwayCheck(pathway, yaml).check();
        return pathway;
    }

    private <K extends Id, V> Map<K, V> section(String key, Function<String, K> name, BiFunction<K, Yaml, V> read) {
        Map<K, V> section = new LinkedHashMap<>();
        yaml.optional(key).entries().forEach((text, value) -> {
            K id = id(value, text, key, name);
            section.put(id, read.apply(id, value));
        });
        return section;
    }

    private static <K> K id(Yaml at, String text, String kind, Function<String, K> name) {
        if (!Id.WORDS.matcher(text).matches()) {
            at.fault("(" + text + ") is not a name for " + kind, "write lower-case words joined by hyphens");
            return name.apply("unnamed");
        }
        return name.apply(text);
    }

    private Route route(RouteId id, Yaml at) {
        at.allow("title", "who", "acceptance", "accepted-after", "declined", "to", "arrivals");
        return new Route(
                id,
                at.get("title").text(),
                at.texts("who"),
                at.flag("acceptance", true),
                lasting(at, "accepted-after"),
                share(at, "declined", 0),
                names.target(at.get("to")),
                at.find("arrivals").map(new ArrivalsReader(attributes)::read).orElse(null));
    }

    private Step step(StepId id, Yaml at) {
        at.allow(
                "title",
                "does",
                "setting",
                "acts",
                "team",
                "occupies",
                "keeps-place",
                "begins-after",
                "lasts",
                "shifts",
                "planned-for",
                "hours",
                "queue",
                "records",
                "delay-cause",
                "then");
        Step.Setting setting = oneOf(at, "setting", Step.Setting.class, Step.Setting.DESK);
        return new Step(
                id,
                at.get("title").text(),
                at.text("does", ""),
                setting,
                text(at, "acts"),
                text(at, "team"),
                occupies(at.optional("occupies")),
                at.flag("keeps-place", setting == Step.Setting.COMMUNITY_BED || setting == Step.Setting.HOSPITAL),
                lasting(at, "begins-after"),
                lasting(at, "lasts"),
                shifts(at),
                at.find("planned-for").map(Amounts::read).orElse(null),
                at.find("hours").map(HoursReader::read).orElse(null),
                queue(at.optional("queue")),
                at.texts("records"),
                text(at, "delay-cause"),
                names.target(at.get("then")));
    }

    private Map<PoolId, Double> occupies(Yaml at) {
        Map<PoolId, Double> occupies = new LinkedHashMap<>();
        if (at.isScalar()) {
            if (!at.isBlank()) {
                pool(at, at.text(), 1, occupies);
            }
            return occupies;
        }
        at.entries().forEach((name, units) -> pool(units, name, units.number(), occupies));
        return occupies;
    }

    private void pool(Yaml at, String name, double units, Map<PoolId, Double> occupies) {
        if (!yaml.optional("pools").has(name)) {
            at.fault(
                    "there is no pool (" + name + ")",
                    "one of " + yaml.optional("pools").keys());
        } else if (units <= 0) {
            at.fault("a step must occupy more than 0 of a pool (" + units + ")", "leave the pool out");
        } else {
            occupies.put(PoolId.of(name), units);
        }
    }

    private Step.Queue queue(Yaml at) {
        if (at.isBlank()) {
            return Step.Queue.FIRST_COME;
        }
        at.allow("priority-by", "capacity", "overflow", "patience", "reneges");
        String priority = text(at, "priority-by");
        if (priority != null && !attributes.containsKey(priority)) {
            at.get("priority-by").fault("there is no attribute (" + priority + ")", "one of " + attributes.keySet());
        }
        Step.Queue queue = new Step.Queue(
                priority,
                at.whole("capacity", -1),
                at.find("overflow").map(names::target).orElse(null),
                lasting(at, "patience"),
                at.find("reneges").map(names::target).orElse(null));
        if (queue.capacity() >= 0 && queue.overflow() == null) {
            at.fault("a queue with a capacity needs an overflow", "add 'overflow: STEP-OR-EXIT'");
        }
        if ((queue.patience() == null) != (queue.reneges() == null)) {
            at.fault("patience and reneges belong together", "say how long people wait and where they go then");
        }
        return queue;
    }

    private Decision decision(DecisionId id, Yaml at) {
        at.allow("title", "question", "decided-by", "professions", "asks-wish", "options");
        List<Decision.Option> options = at.get("options").entries().entrySet().stream()
                .map(e -> option(id(e.getValue(), e.getKey(), "option", OptionId::of), e.getValue()))
                .toList();
        return new Decision(
                id,
                at.get("title").text(),
                at.get("question").text(),
                at.texts("decided-by"),
                at.whole("professions", 1),
                at.flag("asks-wish", false),
                options);
    }

    private Decision.Option option(OptionId id, Yaml at) {
        at.allow("title", "when", "needs-reason", "share", "shifts", "to");
        return new Decision.Option(
                id,
                at.get("title").text(),
                at.texts("when"),
                at.flag("needs-reason", false),
                share(at, "share", 0),
                shifts(at),
                names.target(at.get("to")));
    }

    private Exit exit(ExitId id, Yaml at) {
        at.allow("title", "outcome", "returns");
        return new Exit(
                id,
                at.get("title").text(),
                oneOf(at, "outcome", Exit.Outcome.class, Exit.Outcome.NO_NEED),
                at.find("returns").map(this::returns).orElse(null));
    }

    private Exit.Returns returns(Yaml at) {
        at.allow("share", "after", "by");
        String by = at.get("by").text();
        if (!yaml.optional("routes").has(by)) {
            at.get("by")
                    .fault(
                            "there is no route (" + by + ")",
                            "one of " + yaml.optional("routes").keys());
            by = "unnamed";
        }
        return new Exit.Returns(share(at, "share", 0), LastingReader.read(at.get("after")), RouteId.of(by));
    }

    private List<Shift> shifts(Yaml at) {
        return at.optional("shifts").items().stream().map(this::shift).toList();
    }

    private Shift shift(Yaml at) {
        at.allow("when", "times", "per-day-delayed");
        Map<String, Set<String>> when = new LinkedHashMap<>();
        at.optional("when").entries().forEach((name, values) -> {
            for (Yaml value : values.items()) {
                List<String> known = attributes.getOrDefault(name, List.of());
                if (!known.contains(value.text())) {
                    value.fault(
                            "the attribute " + name + " has no value (" + value.text() + ")",
                            known.isEmpty() ? "declare it under 'attributes'" : "one of " + known);
                }
            }
            when.put(name, values.items().stream().map(Yaml::text).collect(Collectors.toUnmodifiableSet()));
        });
        double times = at.number("times", 1);
        double perDay = at.number("per-day-delayed", 1);
        if (times < 0 || perDay < 0) {
            at.fault("a factor cannot be negative", "1 changes nothing, 0.5 halves");
        }
        return new Shift(when, times, perDay);
    }

    private static @Nullable Lasting lasting(Yaml at, String key) {
        return at.find(key).map(LastingReader::read).orElse(null);
    }

    private static @Nullable String text(Yaml at, String key) {
        return at.has(key) ? at.get(key).text() : null;
    }

    static double share(Yaml at, String key, double otherwise) {
        double share = at.number(key, otherwise);
        if (share < 0 || share > 1) {
            at.get(key).fault("a share lies between 0 and 1 (" + share + ")", "write 0.25 for a quarter");
            return 0;
        }
        return share;
    }

    static <E extends Enum<E>> E oneOf(Yaml at, String key, Class<E> type, E otherwise) {
        if (!at.has(key)) {
            return otherwise;
        }
        String text = at.get(key).text();
        for (E constant : type.getEnumConstants()) {
            if (words(constant).equals(text)) {
                return constant;
            }
        }
        at.get(key)
                .fault(
                        "'" + key + "' cannot be (" + text + ")",
                        "one of "
                                + java.util.Arrays.stream(type.getEnumConstants())
                                        .map(PathwayReader::words)
                                        .toList());
        return otherwise;
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
