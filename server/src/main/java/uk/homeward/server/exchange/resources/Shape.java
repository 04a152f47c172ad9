package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** The elements that R4 gives to a resource or data type, by their names in JSON; made when first asked for. */
final class Shape {

    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Child> children = new HashMap<>();
    private final Map<String, List<Child>> byElement = new HashMap<>();

    private Shape(BaseRuntimeElementCompositeDefinition<?> definition) {
        for (BaseRuntimeChildDefinition child : definition.getChildrenAndExtension()) {
            for (String name : child.getValidChildNames()) {
                BaseRuntimeElementDefinition<?> of =
                        child instanceof RuntimeChildExtension ? extension(definition) : child.getChildByName(name);
                if (of != null && !children.containsKey(name)) {
                    add(Child.of(name, child, of));
                }
            }
        }
    }

    /** HAPI looks for a modifying extension under a name that it does not know itself; its shape is that of every extension. */
    private static @Nullable BaseRuntimeElementDefinition<?> extension(
            BaseRuntimeElementCompositeDefinition<?> definition) {
        BaseRuntimeChildDefinition child = definition.getChildByName("extension");
        return child == null ? null : child.getChildByName("extension");
    }

    private void add(Child child) {
        children.put(child.name(), child);
        byElement.computeIfAbsent(child.element(), e -> new ArrayList<>()).add(child);
    }

    static Shape of(BaseRuntimeElementCompositeDefinition<?> definition) {
        Shape known = KNOWN.get(definition.getImplementingClass());
        if (known == null) {
            known = new Shape(definition);
            KNOWN.put(definition.getImplementingClass(), known);
        }
        return known;
    }

    /** The element with this name in JSON, such as {@code valueQuantity}; null if R4 has none. */
    @Nullable
    Child child(String name) {
        return children.get(name);
    }

    /** The names in JSON of an element; more than one where it has a choice of types. */
    List<Child> named(String element) {
        return byElement.getOrDefault(element, List.of());
    }

    Iterable<Map.Entry<String, List<Child>>> elements() {
        return byElement.entrySet();
    }

    /**
     * One element of a parent.
     *
     * @param name its name in JSON
     * @param element its name in paths, without the type of a choice
     * @param type its data type, such as {@code CodeableConcept}
     * @param codes the codes that it may have; empty if any
     * @param targets the types to which it may refer; empty if it is no reference or may refer to any
     * @param definition of its own elements; null if it is primitive or a whole resource
     */
    record Child(
            String name,
            String element,
            String type,
            boolean list,
            boolean required,
            boolean summary,
            Kind kind,
            Set<String> codes,
            Set<String> targets,
            @Nullable BaseRuntimeElementCompositeDefinition<?> definition) {

        static Child of(String name, BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> of) {
            Kind kind = Kind.of(of);
            return new Child(
                    name,
                    child.getElementName().replace("[x]", ""),
                    of.getName(),
                    child.getMax() != 1,
                    child.getMin() > 0,
                    child.isSummary(),
                    kind,
                    child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition e
                            ? codes(e.getBoundEnumType())
                            : Set.of(),
                    child instanceof RuntimeChildResourceDefinition r ? targets(r) : Set.of(),
                    kind == Kind.COMPOSITE ? (BaseRuntimeElementCompositeDefinition<?>) of : null);
        }

        Shape shape() {
            return Shape.of(java.util.Objects.requireNonNull(definition));
        }

        private static Set<String> targets(RuntimeChildResourceDefinition child) {
            Set<String> targets = new HashSet<>();
            for (Class<? extends IBaseResource> type : child.getResourceTypes()) {
                targets.add(type.getSimpleName());
            }
            targets.remove("IAnyResource");
            targets.remove("Resource");
            return Set.copyOf(targets);
        }

        private static Set<String> codes(Class<? extends Enum<?>> type) {
            Set<String> codes = new HashSet<>();
            try {
                for (Enum<?> constant : type.getEnumConstants()) {
                    Object code =
                            constant.getDeclaringClass().getMethod("toCode").invoke(constant);
                    if (code != null && !code.equals("?")) {
                        codes.add(code.toString());
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the codes of (" + type + ") cannot be read", e);
            }
            return Set.copyOf(codes);
        }
    }

    /** How an element stands in JSON. */
    enum Kind {
        PRIMITIVE,
        COMPOSITE,
        RESOURCE;

        static Kind of(BaseRuntimeElementDefinition<?> definition) {
            ChildTypeEnum type = definition.getChildType();
            return switch (type) {
                case PRIMITIVE_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG, ID_DATATYPE -> PRIMITIVE;
                case RESOURCE, CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST -> RESOURCE;
                case COMPOSITE_DATATYPE, RESOURCE_BLOCK, UNDECL_EXT, EXTENSION_DECLARED ->
                    definition instanceof BaseRuntimeElementCompositeDefinition<?> ? COMPOSITE : RESOURCE;
            };
        }
    }
}
