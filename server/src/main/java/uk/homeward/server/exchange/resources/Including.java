package uk.homeward.server.exchange.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Query.Include;

/** What comes with a search: {@code _include}, {@code _revinclude}, and what resources refer to. */
@Component
public class Including {

    private static final int MOST_INCLUDED = 1000;

    private final Searching searching;
    private final Reading reading;
    private final Types types;

    Including(Searching searching, Reading reading, Types types) {
        this.searching = searching;
        this.reading = reading;
        this.types = types;
    }

    /** What the matches refer to and what refers to them, as far as the user may see it; each once. */
    public List<Kept> included(User user, Query query, List<Kept> matches) {
        Map<String, Kept> found = new LinkedHashMap<>();
        matches.forEach(m -> found.put(m.reference(), m));
        List<Kept> fresh = matches;
        boolean first = true;
        while (!fresh.isEmpty() && found.size() < matches.size() + MOST_INCLUDED) {
            List<Kept> more = new ArrayList<>();
            for (Include include : query.includes()) {
                if (first || include.iterate()) {
                    more.addAll(referredTo(user, include, fresh, found));
                }
            }
            for (Include include : query.revIncludes()) {
                if (first || include.iterate()) {
                    more.addAll(referring(user, include, fresh, found));
                }
            }
            fresh = more;
            first = false;
        }
        matches.forEach(m -> found.remove(m.reference()));
        return List.copyOf(found.values());
    }

    private List<Kept> referredTo(User user, Include include, List<Kept> of, Map<String, Kept> found) {
        List<Kept> more = new ArrayList<>();
        for (Kept kept : of) {
            for (String to : kept.type().equals(include.type()) ? references(kept, include) : List.<String>of()) {
                String type = to.substring(0, to.indexOf('/'));
                if (!found.containsKey(to) && types.isKept(type)) {
                    reading.tryRead(user, type, to.substring(to.indexOf('/') + 1))
                            .ifPresent(k -> {
                                found.put(to, k);
                                more.add(k);
                            });
                }
            }
        }
        return more;
    }

    private List<String> references(Kept kept, Include include) {
        Type type = types.get(kept.type());
        List<Path> paths = include.param().equals("*")
                ? type.paths(Param.Kind.REFERENCE)
                : reference(type, include.param()).paths();
        List<String> references = new ArrayList<>();
        var tree = ResourceText.read(Objects.requireNonNull(kept.content())).tree();
        paths.forEach(p -> p.each(
                tree,
                (c, v) -> references.add(Address.local(
                        v.isString() ? v.asString() : v.path("reference").asString("")))));
        return references.stream()
                .filter(r -> !r.isEmpty() && (include.target().isEmpty() || r.startsWith(include.target() + "/")))
                .distinct()
                .toList();
    }

    /** Everything that resources refer to, as far as the user may see it. */
    public List<Kept> referredTo(User user, List<Kept> of) {
        Map<String, Kept> found = new LinkedHashMap<>();
        of.forEach(k -> found.put(k.reference(), k));
        for (String type : of.stream().map(Kept::type).distinct().toList()) {
            referredTo(user, new Include(type, "*", "", false), of, found);
        }
        of.forEach(k -> found.remove(k.reference()));
        return found.values().stream().filter(k -> k.patient() == null).toList();
    }

    private static Param reference(Type type, String name) {
        @Nullable Param param = type.params().get(name);
        if (param == null || param.kind() != Param.Kind.REFERENCE) {
            throw Unusable.request("_include", "(" + type.name() + ":" + name + ") is no reference");
        }
        return param;
    }

    private List<Kept> referring(User user, Include include, List<Kept> of, Map<String, Kept> found) {
        Type type = types.get(include.type());
        Param param = reference(type, include.param());
        List<String> targets = of.stream()
                .filter(k -> param.targets().isEmpty() || param.targets().contains(k.type()))
                .map(Kept::reference)
                .toList();
        if (targets.isEmpty()) {
            return List.of();
        }
        Query query = new Query(
                type,
                List.of(new Query.Filter(param.name(), "", null, targets)),
                List.of(),
                MOST_INCLUDED,
                List.of(),
                List.of(),
                List.of());
        List<Kept> more = new ArrayList<>();
        for (Kept kept : searching.search(user, query, Searching.Position.START).matches()) {
            if (found.putIfAbsent(kept.reference(), kept) == null) {
                more.add(kept);
            }
        }
        return more;
    }
}
