package uk.homeward.server.exchange.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Source;

/**
 * One interaction that somebody asks for, by itself or in a bundle.
 *
 * @param base the address of the FHIR base, without a slash at the end
 * @param path what follows it, in parts
 * @param headers by their names in small letters
 * @param body JSON; empty if none
 * @param received the body as it came, where it was not JSON; else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record Call(
        User user,
        String base,
        String method,
        List<String> path,
        Map<String, List<String>> parameters,
        Map<String, String> headers,
        byte[] body,
        byte @Nullable [] received) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** A part of the path; blank if it is shorter. */
    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    @Nullable
    String parameter(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** True if the caller prefers that everything unusual is refused. */
    boolean isStrict() {
        return prefers("handling=strict");
    }

    /** What the caller prefers as the answer to a write. */
    Return returns() {
        return prefers("return=minimal")
                ? Return.MINIMAL
                : prefers("return=OperationOutcome") ? Return.OUTCOME : Return.REPRESENTATION;
    }

    /** What stands in the answer to a write. */
    enum Return {
        MINIMAL,
        OUTCOME,
        REPRESENTATION
    }

    boolean prefers(String what) {
        String prefer = headers.getOrDefault("prefer", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(prefer.split("[,;]")).anyMatch(p -> p.strip().equals(what.toLowerCase(Locale.ROOT)));
    }

    Source source() {
        return new Source(user.organisation(), user.id(), "fhir");
    }

    /** The same caller asks for something else. */
    Call with(
            String other, List<String> way, Map<String, List<String>> with, Map<String, String> extra, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(extra);
        if (header("prefer") != null) {
            all.putIfAbsent("prefer", headers.get("prefer"));
        }
        return new Call(user, base, other, way, with, all, content, null);
    }
}
