package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A type of resource as this server knows it: what it can be searched by, and where it says of whom and when it is. */
public final class Type {

    /** Parameters that say when something was, the telling ones first. */
    private static final List<String> WHEN = List.of(
            "date",
            "onset-date",
            "effective",
            "effective-time",
            "occurrence",
            "occurrence-date",
            "authored",
            "authoredon",
            "authored-on",
            "whenhandedover",
            "whenprepared",
            "sent",
            "started",
            "collected",
            "recorded",
            "recorded-date",
            "created",
            "issued",
            "start-date");

    private final String name;
    private final Map<String, Param> params;
    private final Map<Param.Kind, List<Path>> paths = new HashMap<>();
    private final List<Path> patients = new ArrayList<>();
    private final List<Path> when = new ArrayList<>();

    private Type(String name, Map<String, Param> params, Collection<String> compartment) {
        this.name = name;
        this.params = params;
        for (Param param : params.values()) {
            List<Path> known = paths.computeIfAbsent(param.kind(), k -> new ArrayList<>());
            param.paths().stream()
                    .filter(p -> known.stream().noneMatch(k -> k.number() == p.number()))
                    .forEach(known::add);
        }
        for (String about : compartment) {
            @Nullable Param param = params.get(about);
            if (param != null) {
                patients.addAll(param.paths());
            }
        }
        for (String word : WHEN) {
            @Nullable Param param = params.get(word);
            if (param != null && param.kind() == Param.Kind.DATE) {
                when.addAll(param.paths());
            }
        }
    }

    static Type of(FhirContext context, String name) {
        RuntimeResourceDefinition definition = context.getResourceDefinition(name);
        Shape shape = Shape.of(definition);
        Map<String, Param> params = new TreeMap<>();
        for (RuntimeSearchParam param : definition.getSearchParams()) {
            Param.@Nullable Kind kind = kind(param.getParamType());
            List<Path> paths = new ArrayList<>();
            if (kind != null && param.getPath() != null) {
                for (String expression : param.getPath().split("\\|")) {
                    @Nullable Path path = Path.of(kind.name(), name, expression, shape);
                    if (path != null) {
                        paths.add(path);
                    }
                }
            }
            if (kind != null && !paths.isEmpty() && !param.getName().equals("_id")) {
                params.put(
                        param.getName(), new Param(param.getName(), kind, List.copyOf(paths), targets(param, paths)));
            }
        }
        params.remove("_lastUpdated");
        return new Type(name, params, compartment(definition));
    }

    private static Set<String> targets(RuntimeSearchParam param, List<Path> paths) {
        @Nullable String only = paths.getFirst().only();
        return only == null ? Set.copyOf(param.getTargets()) : Set.of(only);
    }

    /** Whom it is about stands first in {@code patient} or {@code subject}, then in whatever else leads to a patient. */
    private static List<String> compartment(RuntimeResourceDefinition definition) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        List<RuntimeSearchParam> params = definition.getSearchParamsForCompartmentName("Patient");
        for (String first : List.of("patient", "subject", "beneficiary", "individual")) {
            if (params.stream().anyMatch(p -> p.getName().equals(first))) {
                names.put(first, true);
            }
        }
        params.forEach(p -> names.put(p.getName(), true));
        return List.copyOf(names.keySet());
    }

    private static Param.@Nullable Kind kind(RestSearchParameterTypeEnum type) {
        return switch (type) {
            case TOKEN -> Param.Kind.TOKEN;
            case REFERENCE -> Param.Kind.REFERENCE;
            case STRING -> Param.Kind.STRING;
            case DATE -> Param.Kind.DATE;
            case QUANTITY -> Param.Kind.QUANTITY;
            case NUMBER -> Param.Kind.NUMBER;
            case URI -> Param.Kind.URI;
            case COMPOSITE, HAS, SPECIAL -> null;
        };
    }

    public String name() {
        return name;
    }

    /** What it can be searched by, besides {@code _id} and {@code _lastUpdated}. */
    public Map<String, Param> params() {
        return params;
    }

    List<Path> paths(Param.Kind kind) {
        return paths.getOrDefault(kind, List.of());
    }

    /** Where it says whom it is about. */
    List<Path> patients() {
        return patients;
    }

    /** Where it says when it was. */
    List<Path> when() {
        return when;
    }
}
