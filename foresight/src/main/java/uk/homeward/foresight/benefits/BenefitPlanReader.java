package uk.homeward.foresight.benefits;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads a {@link BenefitPlan} from YAML; the format stands in {@code docs/benefits.md}. */
public final class BenefitPlanReader {

    private final Set<String> bodies = new HashSet<>();
    private double furtherShare = 1;

    private BenefitPlanReader() {}

    /** Reads a plan; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault, if there are any. */
    public static BenefitPlan read(Path file) {
        Faults faults = new Faults();
        BenefitPlan plan = new BenefitPlanReader().plan(Yaml.read(file, faults));
        faults.throwIfAny();
        return plan;
    }

    /** Reads a plan from text, with the name that faults will carry. */
    public static BenefitPlan parse(String file, String text) {
        Faults faults = new Faults();
        BenefitPlan plan = new BenefitPlanReader().plan(Yaml.parse(file, text, faults));
        faults.throwIfAny();
        return plan;
    }

    private BenefitPlan plan(Yaml yaml) {
        yaml.allow(
                "title",
                "start",
                "confidence",
                "further-share",
                "bodies",
                "workstreams",
                "investments",
                "source",
                "notes");
        furtherShare = yaml.number("further-share", 1);
        if (furtherShare < 0 || furtherShare > 1) {
            yaml.get("further-share").fault("'further-share' is no share (" + furtherShare + ")", "write 0 to 1");
        }
        List<Body> readBodies =
                yaml.get("bodies").items().stream().map(this::body).toList();
        List<Workstream> streams = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml item : yaml.get("workstreams").items()) {
            Workstream stream = workstream(item);
            if (!ids.add(stream.id())) {
                item.fault("the workstream (" + stream.id() + ") stands twice", "give each its own id");
            }
            streams.add(stream);
        }
        return new BenefitPlan(
                yaml.get("title").text(),
                month(yaml.get("start")),
                yaml.text("confidence", ""),
                readBodies,
                streams,
                yaml.optional("investments").items().stream()
                        .map(this::investment)
                        .toList());
    }

    private Body body(Yaml yaml) {
        yaml.allow("id", "title");
        Body body = new Body(yaml.get("id").text(), yaml.get("title").text());
        if (body.id().equals(BenefitPlan.SYSTEM.id())) {
            yaml.fault("the body's id (system) is taken by the sum of all", "choose another id");
        } else if (!bodies.add(body.id())) {
            yaml.fault("the body (" + body.id() + ") stands twice", "keep one of them");
        }
        return body;
    }

    private Workstream workstream(Yaml yaml) {
        yaml.allow("id", "title", "body", "begins", "reaches", "cash", "outcomes", "source");
        String body = yaml.get("body").text();
        if (!bodies.contains(body)) {
            yaml.get("body").fault("the body (" + body + ") is not known", "one of " + new java.util.TreeSet<>(bodies));
        }
        double begins = yaml.get("begins").number();
        double reaches = yaml.get("reaches").number();
        Ramp ramp = valid(yaml, () -> new Ramp(begins, reaches), new Ramp(0, 1));
        return new Workstream(
                yaml.get("id").text(),
                yaml.get("title").text(),
                body,
                ramp,
                cash(yaml.get("cash")),
                yaml.get("outcomes").items().stream().map(this::outcome).toList());
    }

    private CashTiming cash(Yaml yaml) {
        if (yaml.isMap()) {
            yaml.allow("older-packages-end-within");
            double longest = yaml.get("older-packages-end-within").number();
            return valid(yaml, () -> new CashTiming.AsOlderPackagesEnd(longest), new CashTiming.AtOnce());
        }
        String text = yaml.text();
        if (!text.equals("at once")) {
            yaml.fault("'cash' is not understood (" + text + ")", "at once, or older-packages-end-within: MONTHS");
        }
        return new CashTiming.AtOnce();
    }

    private Outcome outcome(Yaml yaml) {
        yaml.allow("title", "unit", "target", "stretch", "worth", "worth-beyond", "source");
        String title = yaml.get("title").text();
        String unit = yaml.get("unit").text();
        double target = yaml.get("target").number();
        double stretch = yaml.get("stretch").number();
        double worth = yaml.get("worth").number();
        double share = yaml.optional("worth-beyond").isBlank() ? 1 : share(yaml.get("worth-beyond"));
        return valid(
                yaml,
                () -> new Outcome(title, unit, target, stretch, worth, share),
                new Outcome(title, unit, 0, 0, 0, 1));
    }

    private double share(Yaml yaml) {
        if (!yaml.text().equals("further-share")) {
            yaml.fault("'worth-beyond' is not understood (" + yaml.text() + ")", "further-share, or leave it out");
        }
        return furtherShare;
    }

    private Investment investment(Yaml yaml) {
        yaml.allow("title", "first", "last", "pounds-per-month", "source");
        YearMonth first = month(yaml.get("first"));
        YearMonth last = month(yaml.get("last"));
        double pounds = yaml.get("pounds-per-month").number();
        String title = yaml.get("title").text();
        return valid(yaml, () -> new Investment(title, first, last, pounds), new Investment(title, first, first, 0));
    }

    private static YearMonth month(Yaml yaml) {
        try {
            return YearMonth.parse(yaml.text());
        } catch (DateTimeException e) {
            yaml.fault("this is no month (" + yaml.text() + ")", "write it as 2018-09");
            return YearMonth.of(1970, 1);
        }
    }

    private static <T> T valid(Yaml yaml, Supplier<T> made, T otherwise) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String[] parts = String.valueOf(e.getMessage()).split("\\. Maybe: ", 2);
            yaml.fault(parts[0], parts.length > 1 ? parts[1] : "mend the value");
            return otherwise;
        }
    }
}
