package uk.homeward.journey.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.ProgrammeEvent.Better;
import uk.homeward.journey.event.ProgrammeEvent.DecisionAsked;
import uk.homeward.journey.event.ProgrammeEvent.DependencySet;
import uk.homeward.journey.event.ProgrammeEvent.Heading;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.event.ProgrammeEvent.ProgrammeDescribed;
import uk.homeward.journey.event.RiskEvent.MitigationSet;
import uk.homeward.journey.event.RiskEvent.RiskDescribed;
import uk.homeward.journey.programme.ProgrammeDraft.BenefitLink;
import uk.homeward.journey.programme.ProgrammeDraft.RiskDraft;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.journey.source.Yaml;

/** Reads the programmes of a place: one YAML file each, whose format stands in {@code docs/programmes.md}. */
public final class ProgrammeReader {

    private final Predicate<String> measures;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** A name that can only be looked up once every file is read. */
    private record Waiting(Yaml at, String ref) {}

    private ProgrammeReader(Predicate<String> measures, Faults faults) {
        this.measures = measures;
        this.faults = faults;
    }

    /**
     * Reads all files of a folder, in the order of their names; a folder that is not there has none.
     *
     * @param measures tells whether a measure is known
     * @throws FaultyDefinition with every fault of every file
     */
    public static List<ProgrammeDraft> read(Path folder, Predicate<String> measures) {
        Faults faults = new Faults();
        ProgrammeReader reader = new ProgrammeReader(measures, faults);
        List<ProgrammeDraft> drafts = files(folder).stream()
                .map(file -> reader.draft(Yaml.read(file, faults)))
                .toList();
        reader.lookUp(drafts);
        faults.throwIfAny();
        reader.obey(drafts);
        faults.throwIfAny();
        return drafts;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProgrammeDraft draft(Yaml yaml) {
        yaml.allow(
                "id",
                "title",
                "told-on",
                "strand",
                "objective",
                "owner",
                "organisations",
                "headings",
                "source",
                "outcomes",
                "milestones",
                "dependencies",
                "decisions",
                "risks",
                "benefits");
        String id = id(yaml, "a programme");
        List<ProgrammeEvent> events = new ArrayList<>();
        events.add(new ProgrammeDescribed(
                yaml.get("title").text(),
                yaml.text("strand", ""),
                yaml.get("objective").text(),
                yaml.get("owner").text(),
                yaml.texts("organisations"),
                headings(yaml.optional("headings")),
                yaml.get("source").text()));
        yaml.optional("outcomes").items().forEach(o -> events.add(outcome(o)));
        yaml.optional("milestones").items().forEach(m -> events.add(milestone(id, m)));
        yaml.optional("dependencies").items().forEach(d -> events.add(dependency(d)));
        yaml.optional("decisions").items().forEach(d -> events.add(decision(d)));
        once(yaml.optional("outcomes"), "outcome");
        once(yaml.optional("milestones"), "milestone");
        LocalDate toldOn = Optional.ofNullable(day(yaml.get("told-on"))).orElse(LocalDate.EPOCH);
        String source = yaml.get("source").text();
        List<RiskDraft> risks = yaml.optional("risks").items().stream()
                .map(r -> risk(id, source, r))
                .toList();
        List<BenefitLink> benefits =
                yaml.optional("benefits").items().stream().map(this::benefit).toList();
        return new ProgrammeDraft(id, toldOn, events, risks, benefits);
    }

    private String id(Yaml yaml, String what) {
        String id = yaml.get("id").text();
        if (!Id.WORDS.matcher(id).matches()) {
            yaml.get("id")
                    .fault("the id (" + id + ") is no name", "lower-case words joined by hyphens, such as urgent-care");
        } else if (!ids.add(what + " " + id)) {
            yaml.get("id").fault(what + " (" + id + ") stands twice", "give each its own id");
        }
        return id;
    }

    private static String part(Yaml yaml) {
        String id = yaml.get("id").text();
        if (!Id.WORDS.matcher(id).matches()) {
            yaml.get("id")
                    .fault("the id (" + id + ") is no name", "lower-case words joined by hyphens, such as urgent-care");
        }
        return id;
    }

    private static void once(Yaml list, String what) {
        Set<String> seen = new HashSet<>();
        for (Yaml item : list.items()) {
            String id = item.text("id", "");
            if (!seen.add(id)) {
                item.fault("the " + what + " (" + id + ") stands twice", "give each its own id");
            }
        }
    }

    private static List<Heading> headings(Yaml yaml) {
        List<Heading> headings = new ArrayList<>();
        yaml.entries()
                .forEach((title, words) -> headings.add(new Heading(
                        title,
                        String.join("; ", words.items().stream().map(Yaml::text).toList()))));
        return headings;
    }

    private OutcomeSet outcome(Yaml yaml) {
        yaml.allow("id", "title", "unit", "measure", "locality", "better", "baseline", "target");
        Yaml baseline = yaml.optional("baseline");
        Yaml target = yaml.optional("target");
        if (!baseline.isBlank()) {
            baseline.allow("value", "on", "says");
        }
        if (!target.isBlank()) {
            target.allow("value", "by", "says");
        }
        if (target.has("value") && target.optional("by").isBlank()) {
            target.fault("the target has no date", "add by: 2021-03-31, or write it in words under 'says'");
        }
        if (baseline.has("value") && baseline.optional("on").isBlank()) {
            baseline.fault("the baseline has no date", "add on: 2016-10-31, or write it in words under 'says'");
        }
        String measure = yaml.text("measure", "");
        if (!measure.isEmpty() && !measures.test(measure)) {
            yaml.get("measure")
                    .fault("there is no measure (" + measure + ")", "one of 'homeward measures list', or leave it out");
        }
        OutcomeSet set = new OutcomeSet(
                part(yaml),
                yaml.get("title").text(),
                yaml.text("unit", ""),
                measure,
                yaml.text("locality", ""),
                better(yaml.optional("better")),
                number(baseline, "value"),
                dayOf(baseline, "on"),
                baseline.text("says", ""),
                number(target, "value"),
                dayOf(target, "by"),
                target.text("says", ""));
        if (set.baselineOn() != null
                && set.targetBy() != null
                && !set.targetBy().isAfter(set.baselineOn())) {
            target.fault(
                    "the target's date (" + set.targetBy() + ") is not after the baseline's (" + set.baselineOn() + ")",
                    "swap the two");
        }
        return set;
    }

    private static Better better(Yaml yaml) {
        if (yaml.isBlank()) {
            return Better.NEITHER;
        }
        String word = yaml.text().toUpperCase(Locale.ROOT);
        return Arrays.stream(Better.values())
                .filter(b -> b.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    yaml.fault("'better' is (" + yaml.text() + ")", "higher, lower or neither");
                    return Better.NEITHER;
                });
    }

    private MilestoneSet milestone(String programme, Yaml yaml) {
        yaml.allow("id", "title", "planned", "says", "after");
        for (Yaml after : yaml.optional("after").items()) {
            waiting.add(new Waiting(after, Programmes.ref(programme, after.text())));
        }
        return new MilestoneSet(
                part(yaml),
                yaml.get("title").text(),
                dayOf(yaml, "planned"),
                yaml.text("says", ""),
                yaml.texts("after"));
    }

    private DependencySet dependency(Yaml yaml) {
        yaml.allow("id", "on", "words");
        String on = yaml.text("on", "");
        if (!on.isEmpty()) {
            waiting.add(new Waiting(yaml.get("on"), on));
        }
        return new DependencySet(part(yaml), on, yaml.get("words").text());
    }

    private static DecisionAsked decision(Yaml yaml) {
        yaml.allow("id", "words");
        return new DecisionAsked(part(yaml), yaml.get("words").text());
    }

    private RiskDraft risk(String programme, String source, Yaml yaml) {
        yaml.allow("id", "event", "mitigation");
        RiskDescribed described =
                new RiskDescribed(programme, "", yaml.get("event").text(), "", "", "", List.of(), 0, source);
        String mitigation = yaml.text("mitigation", "");
        return new RiskDraft(
                id(yaml, "a risk"),
                mitigation.isEmpty()
                        ? List.of(described)
                        : List.of(described, new MitigationSet("as-written", mitigation, "", null)));
    }

    private BenefitLink benefit(Yaml yaml) {
        yaml.allow("id", "plan", "workstream", "outcome", "measure", "why");
        String measure = yaml.text("measure", "");
        if (!measure.isEmpty() && !measures.test(measure)) {
            yaml.get("measure")
                    .fault("there is no measure (" + measure + ")", "one of 'homeward measures list', or leave it out");
        }
        return new BenefitLink(
                part(yaml),
                yaml.get("plan").text(),
                yaml.get("workstream").text(),
                yaml.get("outcome").text(),
                measure,
                yaml.get("why").text());
    }

    private static @Nullable Double number(Yaml yaml, String key) {
        return yaml.has(key) ? yaml.get(key).number() : null;
    }

    private static @Nullable LocalDate dayOf(Yaml yaml, String key) {
        return yaml.has(key) ? day(yaml.get(key)) : null;
    }

    private static @Nullable LocalDate day(Yaml yaml) {
        try {
            return LocalDate.parse(yaml.text());
        } catch (DateTimeException e) {
            yaml.fault("this is no date (" + yaml.text() + ")", "write it as 2018-09-30");
            return null;
        }
    }

    private void lookUp(List<ProgrammeDraft> drafts) {
        Set<String> known = new HashSet<>();
        for (ProgrammeDraft draft : drafts) {
            known.add(draft.id());
            draft.events().forEach(e -> {
                if (e instanceof MilestoneSet m) {
                    known.add(Programmes.ref(draft.id(), m.milestone()));
                }
            });
        }
        for (Waiting w : waiting) {
            if (!known.contains(w.ref())) {
                w.at().fault("there is no (" + w.ref() + ")", "the id of a programme, or programme/milestone");
            }
        }
    }

    /** What the data says must be allowed by the rules that users meet. */
    private void obey(List<ProgrammeDraft> drafts) {
        Programmes all = Programmes.of(List.of());
        for (ProgrammeDraft draft : drafts) {
            all = all.with(Drafts.folded(draft));
        }
        for (ProgrammeDraft draft : drafts) {
            ProgrammeRules rules = new ProgrammeRules(all, measures, draft.toldOn());
            for (ProgrammeEvent event : draft.events()) {
                rules.refuses(Drafts.folded(draft), event)
                        .ifPresent(no -> faults.add(
                                draft.id() + ".yaml", 1, "(" + no.code() + ") " + no.why(), "mend the programme"));
            }
        }
    }
}
