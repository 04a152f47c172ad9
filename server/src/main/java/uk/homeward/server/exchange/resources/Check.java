package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Shape.Child;
import uk.homeward.server.exchange.resources.Shape.Kind;

/**
 * Compares a resource with R4, leniently: a value that cannot be of its type, and a resource that does not say of whom or
 * when it is where R4 demands it, are faults; everything else is a finding. Collects what the resource refers to on the way.
 */
final class Check {

    private static final int MOST_ISSUES = 100;
    private static final Set<String> TIMES = Set.of("date", "dateTime", "instant", "Period", "Timing");

    private final FhirContext context;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Set<String> queries = new LinkedHashSet<>();

    /** Where a resource refers to another one here, and whether that one is whom it is about. */
    record Reference(String element, boolean who) {}

    private Check(FhirContext context) {
        this.context = context;
    }

    static Check of(FhirContext context, String type, ObjectNode tree) {
        Check check = new Check(context);
        check.resource(type, tree, type);
        return check;
    }

    List<Issue> issues() {
        return issues;
    }

    /** What the resource refers to: {@code Patient/1} and where. */
    Map<String, Reference> references() {
        return references;
    }

    /** What the resource refers to by a search: {@code Practitioner?identifier=x}. */
    Set<String> queries() {
        return queries;
    }

    private void note(Issue issue) {
        if (issues.size() < MOST_ISSUES) {
            issues.add(issue);
        }
    }

    private void resource(String type, ObjectNode tree, String at) {
        @Nullable Shape shape = shape(type);
        if (shape == null) {
            note(Issue.fault("structure", at, "(" + type + ") is no resource of R4"));
        } else {
            object(shape, tree, at);
        }
    }

    private @Nullable Shape shape(String type) {
        if (type.isBlank()) {
            return null;
        }
        try {
            return Shape.of(context.getResourceDefinition(type));
        } catch (DataFormatException e) {
            return null;
        }
    }

    private void object(Shape shape, ObjectNode tree, String at) {
        if (tree.isEmpty()) {
            note(Issue.finding("structure", at, "is empty"));
        }
        for (Map.Entry<String, JsonNode> property : tree.properties()) {
            String name = property.getKey();
            @Nullable Child child = shape.child(name);
            if (child != null) {
                value(child, property.getValue(), at + "." + name);
            } else if (!isExtensionOfPrimitive(shape, name) && !name.equals("resourceType")) {
                note(Issue.finding("structure", at + "." + name, "is no element of R4"));
            }
        }
        for (Map.Entry<String, List<Child>> element : shape.elements()) {
            Child first = element.getValue().getFirst();
            if (first.required() && element.getValue().stream().noneMatch(c -> has(tree, c.name()))) {
                missing(element.getValue(), at + "." + element.getKey());
            }
        }
    }

    private static boolean has(ObjectNode tree, String name) {
        return tree.has(name) || tree.has("_" + name);
    }

    private static boolean isExtensionOfPrimitive(Shape shape, String name) {
        return name.equals("fhir_comments")
                || (name.startsWith("_")
                        && shape.child(name.substring(1)) instanceof Child child
                        && child.kind() == Kind.PRIMITIVE);
    }

    private void missing(List<Child> choices, String at) {
        boolean whole = at.indexOf('.') == at.lastIndexOf('.') && at.indexOf('[') < 0;
        boolean who = choices.stream().anyMatch(c -> c.targets().contains("Patient"));
        boolean when = choices.stream().anyMatch(c -> TIMES.contains(c.type()));
        if (whole && (who || when)) {
            note(Issue.fault("required", at, who ? "of whom it is, is missing" : "when it was, is missing"));
        } else {
            note(Issue.finding("required", at, "is missing"));
        }
    }

    private void value(Child child, JsonNode value, String at) {
        if (value instanceof ArrayNode list) {
            if (!child.list()) {
                note(Issue.finding("structure", at, "may stand only once, and is a list"));
            }
            for (int i = 0; i < list.size(); i++) {
                one(child, list.get(i), at + "[" + i + "]");
            }
        } else {
            if (child.list()) {
                note(Issue.finding("structure", at, "may stand several times, and is no list"));
            }
            one(child, value, at);
        }
    }

    private void one(Child child, JsonNode value, String at) {
        switch (child.kind()) {
            case PRIMITIVE -> primitive(child, value, at);
            case RESOURCE -> {
                if (value instanceof ObjectNode tree) {
                    String type = tree.path("resourceType").asString("");
                    resource(type, tree, at);
                } else {
                    note(Issue.fault("structure", at, "is no resource"));
                }
            }
            case COMPOSITE -> {
                if (value instanceof ObjectNode tree) {
                    object(child.shape(), tree, at);
                    refer(child, tree, at);
                } else {
                    note(Issue.fault("structure", at, "is no object (" + child.type() + ")"));
                }
            }
        }
    }

    private void primitive(Child child, JsonNode value, String at) {
        if (value.isNull()) {
            return; // stands for a value that only has extensions
        }
        @Nullable String wrong = Primitives.wrong(child.type(), value);
        if (wrong != null) {
            note(Issue.fault("value", at, wrong));
        } else if (!child.codes().isEmpty() && !child.codes().contains(value.asString())) {
            note(Issue.finding("code-invalid", at, "has a code that R4 does not list there"));
        }
    }

    private void refer(Child child, ObjectNode tree, String at) {
        if (child.type().equals("Reference") && tree.path("reference").isString()) {
            String to = Address.local(tree.path("reference").asString());
            String text = tree.path("reference").asString();
            if (text.indexOf('?') > 0 && Character.isUpperCase(text.charAt(0))) {
                queries.add(text);
            }
            if (!to.isEmpty()) {
                boolean who = to.startsWith("Patient/") && (at.endsWith(".subject") || at.endsWith(".patient"));
                references.putIfAbsent(to, new Reference(at, who));
            }
        }
    }
}
