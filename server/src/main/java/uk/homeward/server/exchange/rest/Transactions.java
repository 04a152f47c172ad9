package uk.homeward.server.exchange.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * A transaction: all of its entries or none. The names that entries have for each other become addresses, and everything
 * that is new is kept in one trip to the database.
 */
@Component
class Transactions {

    private static final List<String> ORDER = List.of("DELETE", "POST", "PUT", "PATCH", "GET", "HEAD");

    private final Interactions interactions;
    private final Conditional conditional;
    private final Resources resources;
    private final Types types;
    private final TransactionTemplate transaction;

    Transactions(
            Interactions interactions,
            Conditional conditional,
            Resources resources,
            Types types,
            TransactionTemplate transaction) {
        this.interactions = interactions;
        this.conditional = conditional;
        this.resources = resources;
        this.types = types;
        this.transaction = transaction;
    }

    /** Answers single interactions; the router. */
    interface Alone {
        Answer answer(Call call);
    }

    /** What an entry is going to be. */
    private static final class Plan {
        private final int index;
        private final BundleEntry entry;
        private @Nullable String type;
        private @Nullable String id;
        private @Nullable ResourceText text;
        private Optional<Kept> standing = Optional.empty();
        private @Nullable Draft draft;
        private @Nullable Kept kept;
        private @Nullable Answer answer;
        private boolean command;
        private int status = Answer.OK;

        private Plan(int index, BundleEntry entry) {
            this.index = index;
            this.entry = entry;
        }

        private String at() {
            return "Bundle.entry[" + index + "]";
        }
    }

    Answer transact(Call call, List<BundleEntry> entries, Alone alone) {
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            plans.add(new Plan(i, entries.get(i)));
        }
        boolean plain = entries.stream()
                .allMatch(e -> e.method().equals("POST") && e.headers().isEmpty() && !mayBeCommand(e));
        if (plain) {
            work(call, plans, alone);
        } else {
            transaction.executeWithoutResult(status -> work(call, plans, alone));
        }
        BundleText bundle = new BundleText("transaction-response");
        for (Plan plan : plans) {
            @Nullable Answer answer = plan.answer;
            byte @Nullable [] body = answer != null
                    ? answer.body()
                    : call.prefers("return=representation") && plan.kept != null ? plan.kept.json() : null;
            if (plan.command) {
                bundle.done(Objects.requireNonNull(answer));
            } else {
                bundle.response(answer == null ? plan.status : answer.status(), plan.kept, body, null);
            }
        }
        return Answer.of(Answer.OK, bundle.bytes());
    }

    private boolean mayBeCommand(BundleEntry entry) {
        return !entry.path().isEmpty() && interactions.mayBeCommand(entry.path().getFirst());
    }

    private void work(Call call, List<Plan> plans, Alone alone) {
        List<Plan> inOrder = plans.stream()
                .sorted(Comparator.comparingInt(p -> ORDER.indexOf(p.entry.method())))
                .toList();
        Map<String, String> names = new HashMap<>();
        inOrder.forEach(p -> at(p, () -> resolve(call, p, names)));
        once(inOrder);
        Map<String, String> found = new HashMap<>(names);
        inOrder.forEach(p -> at(p, () -> draft(call, p, found)));
        List<Plan> writes = inOrder.stream().filter(p -> p.draft != null).toList();
        if (!writes.isEmpty()) {
            List<Kept> kept = resources.keep(
                    writes.stream().map(p -> Objects.requireNonNull(p.draft)).toList(), call.source(), call.isStrict());
            for (int i = 0; i < kept.size(); i++) {
                writes.get(i).kept = kept.get(i);
            }
        }
        inOrder.stream().filter(p -> p.command).forEach(p -> at(p, () -> obey(call, p, names)));
        inOrder.stream()
                .filter(p -> isRead(p.entry))
                .forEach(p -> at(p, () -> p.answer = alone.answer(single(call, p))));
    }

    /** Does what an entry says, once whatever it refers to is there. */
    private void obey(Call call, Plan plan, Map<String, String> names) {
        ResourceText sent = Objects.requireNonNull(plan.text);
        byte[] content = ResourceText.replaced(sent.content(), names);
        ResourceText text = content == sent.content() ? sent : ResourceText.read(content);
        plan.answer = interactions
                .command(single(call, plan), Objects.requireNonNull(plan.type), plan.id, text)
                .orElseThrow()
                .get();
    }

    private static boolean isRead(BundleEntry entry) {
        return entry.method().equals("GET") || entry.method().equals("HEAD");
    }

    private static Call single(Call call, Plan plan) {
        return call.with(
                plan.entry.method(),
                plan.entry.path(),
                plan.entry.parameters(),
                plan.entry.headers(),
                plan.entry.resource());
    }

    /** Whatever is wrong with an entry is told with its position. */
    private static void at(Plan plan, Runnable work) {
        try {
            work.run();
        } catch (Unusable e) {
            throw new Unusable(
                    e.status(),
                    e.issues().stream()
                            .map(i -> new Issue(i.code(), place(plan, i), i.what(), true))
                            .toList());
        }
    }

    private static String place(Plan plan, Issue issue) {
        return issue.element().isEmpty() ? plan.at() : plan.at() + ".resource." + issue.element();
    }

    /** Which resource an entry is about, and under which address. */
    private void resolve(Call call, Plan plan, Map<String, String> names) {
        List<String> path = plan.entry.path();
        if (ORDER.indexOf(plan.entry.method()) < 0 || (path.isEmpty() && !isRead(plan.entry))) {
            throw Unusable.request("request", "needs method and url, such as POST and Patient");
        }
        if (isRead(plan.entry)) {
            return;
        }
        Call single = single(call, plan);
        String type = path.getFirst();
        types.get(type);
        if (type.equals(Subscriptions.TYPE)) {
            throw Unusable.request("request", "a Subscription is sent by itself");
        }
        plan.type = type;
        switch (plan.entry.method()) {
            case "POST" -> create(single, plan, type);
            case "PUT" -> update(single, plan, type, path);
            case "DELETE" -> delete(single, plan, type, path);
            default -> throw Unusable.request("request", "PATCH is not taken in a transaction here. Maybe: PUT");
        }
        if (plan.id != null
                && !plan.entry.fullUrl().isEmpty()
                && !plan.entry.method().equals("DELETE")) {
            name(plan.entry.fullUrl(), type + "/" + plan.id, names);
        }
    }

    private static void name(String fullUrl, String reference, Map<String, String> names) {
        names.put(fullUrl, reference);
        String[] parts = fullUrl.split("/");
        if (parts.length > 2 && reference.startsWith(parts[parts.length - 2] + "/")) {
            names.put(parts[parts.length - 2] + "/" + parts[parts.length - 1], reference);
        }
    }

    private void create(Call single, Plan plan, String type) {
        plan.text = interactions.text(single, type);
        if (interactions.command(single, type, null, plan.text).isPresent()) {
            plan.command = true;
            return;
        }
        @Nullable String condition = plan.entry.headers().get("if-none-exist");
        plan.standing =
                condition == null ? Optional.empty() : conditional.find(single, type, Query.parameters(condition));
        plan.id = plan.standing.map(Kept::id).orElseGet(resources::newId);
        plan.status = plan.standing.isPresent() ? Answer.OK : Answer.CREATED;
        plan.kept = plan.standing.orElse(null);
    }

    private void update(Call single, Plan plan, String type, List<String> path) {
        ResourceText text = interactions.text(single, type);
        plan.text = text;
        if (path.size() > 1) {
            plan.id = path.get(1);
            if (text.id() != null && !text.id().equals(plan.id)) {
                throw Unusable.request(type + ".id", "is not the id of the address");
            }
        } else {
            plan.id = conditional
                    .find(single, type, plan.entry.parameters())
                    .map(Kept::id)
                    .orElseGet(() -> text.id() == null ? resources.newId() : text.id());
        }
        if (interactions.command(single, type, plan.id, text).isPresent()) {
            plan.command = true;
            return;
        }
        plan.standing = interactions.standing(single, type, plan.id);
        plan.status = plan.standing.filter(k -> !k.deleted()).isPresent() ? Answer.OK : Answer.CREATED;
    }

    private void delete(Call single, Plan plan, String type, List<String> path) {
        plan.status = Answer.NO_CONTENT;
        plan.id = path.size() > 1
                ? path.get(1)
                : conditional
                        .find(single, type, plan.entry.parameters())
                        .map(Kept::id)
                        .orElse(null);
        if (plan.id != null) {
            plan.standing = interactions.standing(single, type, plan.id).filter(k -> !k.deleted());
        }
    }

    /** No resource may be written twice in one transaction. */
    private static void once(List<Plan> plans) {
        Set<String> seen = new HashSet<>();
        for (Plan plan : plans) {
            boolean writes = plan.id != null && plan.kept == null; // a command with an id, too
            if (writes && !seen.add(plan.type + "/" + plan.id)) {
                throw new Unusable(
                        400,
                        List.of(new Issue("duplicate", plan.at(), "writes what another entry writes already", true)));
            }
        }
    }

    private void draft(Call call, Plan plan, Map<String, String> names) {
        switch (plan.entry.method()) {
            case "DELETE" ->
                plan.draft = plan.standing.map(interactions::deletion).orElse(null);
            case "POST", "PUT" -> {
                if (plan.kept == null && !plan.command) {
                    ResourceText text = Objects.requireNonNull(plan.text);
                    plan.draft = interactions.update(
                            call,
                            Objects.requireNonNull(plan.type),
                            Objects.requireNonNull(plan.id),
                            text,
                            plan.standing,
                            named(call, text, names));
                }
            }
            default -> {}
        }
    }

    /** Names of the bundle, and what the resource's references by search lead to. */
    private Map<String, String> named(Call call, ResourceText text, Map<String, String> names) {
        for (String search : resources.queries(text)) {
            if (!names.containsKey(search)) {
                String type = search.substring(0, search.indexOf('?'));
                if (types.isKept(type)) {
                    conditional
                            .find(call, type, Query.parameters(search))
                            .ifPresent(k -> names.put(search, k.reference()));
                }
            }
        }
        return names;
    }
}
