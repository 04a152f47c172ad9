package uk.homeward.server.exchange.resources;

import java.util.List;
import java.util.Set;

/**
 * A search parameter of a type.
 *
 * @param targets the types to which a reference leads; empty if any
 */
public record Param(String name, Kind kind, List<Path> paths, Set<String> targets) {

    /** What is looked for. */
    public enum Kind {
        TOKEN,
        REFERENCE,
        STRING,
        DATE,
        QUANTITY,
        NUMBER,
        URI;

        /** FHIR's word for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** True if its values are codes without a system, so that a system in a search means nothing. */
    boolean isPlainCode() {
        return paths.stream()
                .allMatch(p ->
                        p.chains().stream().allMatch(c -> c.getLast().child().kind() == Shape.Kind.PRIMITIVE));
    }
}
