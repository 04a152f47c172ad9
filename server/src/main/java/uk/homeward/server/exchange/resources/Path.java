package uk.homeward.server.exchange.resources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Shape.Child;
import uk.homeward.server.exchange.resources.Shape.Kind;

/**
 * One path of a search parameter of R4, such as {@code Observation.subject.where(resolve() is Patient)}, made ready to
 * follow in JSON. Parameters that follow the same path share its number.
 *
 * @param number names the path in the tables; the same in every release
 * @param chains the ways through the elements; several where an element has a choice of types
 * @param only the one type to which its references lead; null if any
 */
record Path(
        int number,
        String text,
        List<List<Step>> chains,
        @Nullable String only) {

    private static final Pattern RESOLVE = Pattern.compile("\\.where\\(resolve\\(\\) is (\\w+)\\)");
    private static final Pattern AS = Pattern.compile("\\(([\\w.]+) as (\\w+)\\)");
    private static final Pattern STEP =
            Pattern.compile("(\\w+)(\\[0])?(?:\\.as\\((\\w+)\\))?(?:\\.where\\((\\w+)='([\\w-]+)'\\))?(?:\\.|$)");

    /** Whether somebody died is told by a date or by yes or no, and is looked for as yes or no. */
    static final String DECEASED = "Patient.deceased";

    /** One element further; {@code key} and {@code value} choose among its values; {@code first} takes the first only. */
    record Step(Child child, @Nullable String key, @Nullable String value, boolean first) {}

    private record Word(
            String element,
            @Nullable String type,
            @Nullable String key,
            @Nullable String value,
            boolean first) {}

    /** Null if this server does not follow such a path. */
    static @Nullable Path of(String kind, String type, String expression, Shape shape) {
        String plain = expression.strip().replaceFirst("^Resource\\.", type + ".");
        Matcher resolve = RESOLVE.matcher(plain);
        @Nullable String only = resolve.find() ? resolve.group(1) : null;
        String text = AS.matcher(resolve.replaceAll("")).replaceAll("$1.as($2)");
        if (text.startsWith(DECEASED + ".exists()")) {
            text = DECEASED;
        }
        if (!text.startsWith(type + ".")) {
            return null;
        }
        @Nullable List<Word> words = words(text.substring(type.length() + 1));
        List<List<Step>> chains = new ArrayList<>();
        if (words != null) {
            follow(shape, words, List.of(), chains);
        }
        return chains.isEmpty() ? null : new Path(number(kind + ":" + text), text, List.copyOf(chains), only);
    }

    /** The same in every release, since it stands in the tables. */
    private static int number(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static @Nullable List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher at = STEP.matcher(text);
        int end = 0;
        while (end < text.length() && at.find(end) && at.start() == end) {
            words.add(new Word(at.group(1), at.group(3), at.group(4), at.group(5), at.group(2) != null));
            end = at.end();
        }
        return end == text.length() ? words : null;
    }

    private static void follow(Shape shape, List<Word> words, List<Step> before, List<List<Step>> chains) {
        Word word = words.getFirst();
        List<Word> rest = words.subList(1, words.size());
        for (Child child : shape.named(word.element())) {
            if (word.type() == null || child.type().equalsIgnoreCase(word.type())) {
                List<Step> steps = new ArrayList<>(before);
                steps.add(new Step(child, word.key(), word.value(), word.first()));
                if (rest.isEmpty()) {
                    chains.add(List.copyOf(steps));
                } else if (child.kind() == Kind.COMPOSITE) {
                    follow(child.shape(), rest, steps, chains);
                }
            }
        }
    }

    /** Hands over every value that the path leads to, with what R4 says of its element. */
    void each(ObjectNode resource, BiConsumer<Child, JsonNode> to) {
        for (List<Step> chain : chains) {
            each(resource, chain, 0, to);
        }
    }

    private static void each(JsonNode at, List<Step> chain, int index, BiConsumer<Child, JsonNode> to) {
        Step step = chain.get(index);
        @Nullable JsonNode value = at.get(step.child().name());
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < (step.first() ? Math.min(1, list.size()) : list.size()); i++) {
                one(list.get(i), chain, index, to);
            }
        } else if (value != null) {
            one(value, chain, index, to);
        }
    }

    private static void one(JsonNode value, List<Step> chain, int index, BiConsumer<Child, JsonNode> to) {
        Step step = chain.get(index);
        if (step.key() != null && !value.path(step.key()).asString("").equals(step.value())) {
            return;
        }
        if (index + 1 == chain.size()) {
            to.accept(step.child(), value);
        } else {
            each(value, chain, index + 1, to);
        }
    }
}
