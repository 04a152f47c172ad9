package uk.homeward.server.exchange.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Searching;
import uk.homeward.server.exchange.resources.Searching.Position;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * Writes that depend on a search: create if none exists, update or delete what is found. Whoever asks for the same search
 * waits until the other is done, so that two at once make one resource.
 */
@Component
class Conditional {

    private final Searching searching;
    private final Types types;
    private final Interactions interactions;
    private final Resources resources;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Conditional(
            Searching searching,
            Types types,
            Interactions interactions,
            Resources resources,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.searching = searching;
        this.types = types;
        this.interactions = interactions;
        this.resources = resources;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Answer create(Call call, String type, String condition) {
        return inOne(() -> {
            Optional<Kept> found = find(call, type, Query.parameters(condition));
            return found.isPresent()
                    ? interactions.written(call, Answer.OK, found.get(), List.of())
                    : interactions.create(call, type);
        });
    }

    Answer update(Call call, String type) {
        return inOne(() -> {
            ResourceText text = interactions.text(call, type);
            Optional<Kept> found = find(call, type, call.parameters());
            @Nullable String own = text.id();
            if (found.isEmpty() && own == null) {
                return interactions.create(call, type);
            }
            String id = found.isPresent() ? found.get().id() : Objects.requireNonNull(own);
            if (own != null && !own.equals(id)) {
                throw Unusable.request(type + ".id", "is not the id of what the search finds");
            }
            Optional<Kept> standing = interactions.standing(call, type, id);
            var draft = interactions.update(call, type, id, text, standing, Map.of());
            Kept kept = resources
                    .keep(List.of(draft), call.source(), call.isStrict())
                    .getFirst();
            return interactions.written(call, standing.isPresent() ? Answer.OK : Answer.CREATED, kept, List.of());
        });
    }

    Answer delete(Call call, String type) {
        return inOne(() -> find(call, type, call.parameters())
                .map(k -> interactions.delete(call, type, k.id()))
                .orElse(Answer.of(Answer.NO_CONTENT, null)));
    }

    Answer patch(Call call, String type) {
        return inOne(() -> find(call, type, call.parameters())
                .map(k -> interactions.patch(call, type, k.id()))
                .orElseThrow(() -> Unusable.notFound("nothing matches the search")));
    }

    private Answer inOne(java.util.function.Supplier<Answer> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /**
     * The one resource that matches; until the transaction ends, nobody else asks the same.
     *
     * @throws Unusable 412 if several match, 400 if the search has no condition that is known
     */
    Optional<Kept> find(Call call, String type, Map<String, List<String>> parameters) {
        Query query = Query.of(types.get(type), parameters);
        if (query.filters().isEmpty() || !query.unknown().isEmpty()) {
            throw Unusable.request(
                    "If-None-Exist", "a condition needs parameters by which " + type + " is searched here");
        }
        String lock = type + "?" + new java.util.TreeMap<>(parameters);
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, lock);
        List<Kept> found = searching.search(call.user(), query, Position.START).matches();
        if (found.size() > 1) {
            throw Unusable.changed("several match the condition. Maybe: one that names the identifier");
        }
        return found.stream().findFirst();
    }
}
