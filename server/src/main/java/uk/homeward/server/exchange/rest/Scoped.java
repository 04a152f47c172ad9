package uk.homeward.server.exchange.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.homeward.server.access.Scopes;
import uk.homeward.server.access.SignedIn;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Unusable;

/** Whether a call lies within the scopes of the service account that makes it. People are bound by role and ties alone. */
final class Scoped {

    private static final int FORBIDDEN = 403;
    private static final String EVERY = "*";

    private Scoped() {}

    /** What a call needs: letters of SMART on a type. */
    private record Need(String type, String letters) {}

    static void check(Call call) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Scopes scopes = signedIn.scopes();
            for (Need need : needs(call)) {
                if (!scopes.cover(need.type(), need.letters())) {
                    throw new Unusable(
                            FORBIDDEN,
                            List.of(new Issue(
                                    "forbidden",
                                    "",
                                    "this service has no scope system/" + need.type() + "." + need.letters(),
                                    true)));
                }
            }
        }
    }

    private static List<Need> needs(Call call) {
        String first = call.part(0);
        if (call.path().contains("$export")) {
            List<String> types = call.parameters().getOrDefault("_type", List.of(EVERY)).stream()
                    .flatMap(t -> List.of(t.split(",")).stream())
                    .toList();
            return types.stream().map(t -> new Need(t, "rs")).toList();
        }
        if (first.startsWith("$export-")) {
            return List.of(); // of one's own job, whose types were checked when it was asked for
        }
        if (first.isEmpty() && call.method().equals("POST")) {
            return List.of(); // each entry is a call of its own
        }
        @Nullable String page = call.parameter("_page");
        if (first.isEmpty() && page != null) {
            PageToken next = PageToken.of(page); // the next page of a search needs what its first one did
            return List.of(
                    new Need(next.parameters().keySet().stream().anyMatch(Scoped::reaches) ? EVERY : next.type(), "s"));
        }
        return List.of(new Need(first.isEmpty() || reachesOthers(call) ? EVERY : first, letters(call)));
    }

    private static String letters(Call call) {
        return switch (call.method()) {
            case "POST" -> call.part(1).equals("_search") ? "s" : isOperation(call) ? "rs" : "c";
            case "PUT", "PATCH" -> "u";
            case "DELETE" -> "d";
            default -> call.path().size() == 1 ? "s" : isOperation(call) ? "rs" : "r";
        };
    }

    private static boolean isOperation(Call call) {
        return call.path().stream().anyMatch(p -> p.startsWith("$"));
    }

    /** True where the answer may hold or tell of other types than the one that is named. */
    private static boolean reachesOthers(Call call) {
        return call.path().contains("$everything")
                || call.path().contains("$populate")
                || call.parameters().keySet().stream().anyMatch(Scoped::reaches);
    }

    private static boolean reaches(String parameter) {
        return parameter.startsWith("_include")
                || parameter.startsWith("_revinclude")
                || parameter.startsWith("_has")
                || parameter.contains(".");
    }
}
