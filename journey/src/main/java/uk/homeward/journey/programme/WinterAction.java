package uk.homeward.journey.programme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * One action of the winter plan, as the place's data writes it down.
 *
 * @param owner a role or a board
 * @param organisations who takes part, and says that they know when it starts
 * @param level the level of escalation at which it belongs, 1 to 4
 */
public record WinterAction(
        String id, String title, String owner, List<String> organisations, int level, Trigger trigger, String source) {

    public WinterAction {
        organisations = List.copyOf(organisations);
    }

    /**
     * What sets an action off.
     *
     * @param measure the measure that is watched; empty where words alone say when
     * @param above it holds above this; null where it does not look upwards
     * @param below it holds below this; null where it does not look downwards
     */
    public record Trigger(
            String measure,
            @Nullable Double above,
            @Nullable Double below,
            String says) {

        public boolean holds(double value) {
            return (above != null && value > above) || (below != null && value < below);
        }

        /** {@code above 85}, {@code below 70}, or nothing. */
        public String limit() {
            return above != null ? "above " + plain(above) : below != null ? "below " + plain(below) : "";
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /**
     * Reads the actions of a file, in its order; a file that is not there has none.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault
     */
    public static List<WinterAction> read(Path file, Predicate<String> measures, Predicate<String> organisations) {
        if (!Files.exists(file)) {
            return List.of();
        }
        Faults faults = new Faults();
        Yaml yaml = Yaml.read(file, faults).allow("title", "source", "actions");
        Set<String> ids = new HashSet<>();
        List<WinterAction> actions = yaml.get("actions").items().stream()
                .map(a -> action(a, ids, measures, organisations))
                .toList();
        faults.throwIfAny();
        return actions;
    }

    private static WinterAction action(
            Yaml yaml, Set<String> ids, Predicate<String> measures, Predicate<String> organisations) {
        yaml.allow("id", "title", "owner", "organisations", "level", "trigger", "source");
        String id = yaml.get("id").text();
        if (!ids.add(id)) {
            yaml.fault("the action (" + id + ") stands twice", "give each its own id");
        }
        for (Yaml organisation : yaml.optional("organisations").items()) {
            if (!organisations.test(organisation.text())) {
                organisation.fault(
                        "there is no organisation (" + organisation.text() + ")", "an id of organisations.csv");
            }
        }
        int level = yaml.get("level").whole();
        if (level < 1 || level > 4) {
            yaml.get("level").fault("the level is (" + level + ")", "1, 2, 3 or 4");
        }
        return new WinterAction(
                id,
                yaml.get("title").text(),
                yaml.get("owner").text(),
                yaml.texts("organisations"),
                level,
                trigger(yaml.get("trigger"), measures),
                yaml.get("source").text());
    }

    private static Trigger trigger(Yaml yaml, Predicate<String> measures) {
        yaml.allow("measure", "above", "below", "says");
        String measure = yaml.text("measure", "");
        if (!measure.isEmpty() && !measures.test(measure)) {
            yaml.get("measure").fault("there is no measure (" + measure + ")", "one of 'homeward measures list'");
        }
        Double above = yaml.has("above") ? (Double) yaml.get("above").number() : null;
        Double below = yaml.has("below") ? (Double) yaml.get("below").number() : null;
        if (!measure.isEmpty() && above == null && below == null) {
            yaml.fault("the trigger watches (" + measure + ") and names no limit", "add above: 85, or below: 70");
        }
        return new Trigger(measure, above, below, yaml.text("says", ""));
    }
}
