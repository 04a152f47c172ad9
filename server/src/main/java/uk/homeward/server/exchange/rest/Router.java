package uk.homeward.server.exchange.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/** Which interaction an address and a method mean. */
@Component("fhirRouter")
class Router {

    private static final int NOT_ALLOWED = 405;

    private final Interactions interactions;
    private final Conditional conditional;
    private final SearchSet searches;
    private final Transactions transactions;
    private final History history;
    private final Everything everything;
    private final Export export;
    private final Subscriptions subscriptions;
    private final Types types;

    Router(
            Interactions interactions,
            Conditional conditional,
            SearchSet searches,
            Transactions transactions,
            History history,
            Everything everything,
            Export export,
            Subscriptions subscriptions,
            Types types) {
        this.interactions = interactions;
        this.conditional = conditional;
        this.searches = searches;
        this.transactions = transactions;
        this.history = history;
        this.everything = everything;
        this.export = export;
        this.subscriptions = subscriptions;
        this.types = types;
    }

    /** Answers what is asked for; throws {@link Unusable} where it cannot be. */
    Answer answer(Call call) {
        Scoped.check(call);
        if (isWrite(call)) {
            Interactions.maySend(call.user());
        } else {
            Interactions.mayRead(call.user());
        }
        String first = call.part(0);
        if (first.isEmpty() || first.startsWith("_") || first.contains("export")) {
            return system(call, first);
        }
        if (first.equals("$validate")) {
            return interactions.validate(call, "");
        }
        types.get(first);
        return switch (call.path().size()) {
            case 1 -> type(call, first);
            case 2 -> second(call, first, call.part(1));
            default -> deeper(call, first, call.part(1));
        };
    }

    private static boolean isWrite(Call call) {
        boolean reads = call.method().equals("GET")
                || call.method().equals("HEAD")
                || call.part(1).equals("_search")
                || call.path().contains("$validate")
                || call.path().contains("$everything")
                || call.path().contains("$export");
        return !reads;
    }

    private Answer system(Call call, String first) {
        @Nullable String page = call.parameter("_page");
        if (first.isEmpty() && call.method().equals("GET") && page != null) {
            return searches.next(call, page);
        }
        if (first.equals("_history") && call.method().equals("GET")) {
            return history.of(call, null);
        }
        if (first.isEmpty() && call.method().equals("POST")) {
            return bundle(call);
        }
        return switch (first) {
            case "$export" -> export.ask(call, ExportJob.About.ALL, null);
            case Export.STATUS ->
                call.method().equals("DELETE") ? export.delete(call, call.part(1)) : export.status(call, call.part(1));
            case Export.FILE -> export.file(call, call.part(1), call.part(2));
            default -> throw notAllowed(call);
        };
    }

    private Answer bundle(Call call) {
        BundleEntry.Parsed parsed = BundleEntry.read(call.body());
        parsed.entries()
                .forEach(e -> Scoped.check(call.with(e.method(), e.path(), e.parameters(), e.headers(), e.resource())));
        return switch (parsed.type()) {
            case "transaction" -> transactions.transact(call, parsed.entries(), this::answer);
            case "batch" -> batch(call, parsed.entries());
            default -> throw Unusable.request("Bundle.type", "is neither transaction nor batch");
        };
    }

    private Answer batch(Call call, List<BundleEntry> entries) {
        BundleText bundle = new BundleText("batch-response");
        for (BundleEntry entry : entries) {
            try {
                Answer answer = answer(
                        call.with(entry.method(), entry.path(), entry.parameters(), entry.headers(), entry.resource()));
                bundle.response(
                        answer.status(), answer.kept(), entry.method().equals("GET") ? answer.body() : null, null);
            } catch (Unusable e) {
                bundle.response(e.status(), null, null, Outcome.of(e.status(), e.issues()));
            }
        }
        return Answer.of(Answer.OK, bundle.bytes());
    }

    private Answer type(Call call, String type) {
        if (type.equals(Subscriptions.TYPE) && !call.method().equals("GET")) {
            if (call.method().equals("POST")) {
                return subscriptions.create(call);
            }
            throw notAllowed(call); // a condition would write past the checks of a subscription
        }
        return switch (call.method()) {
            case "GET", "HEAD" -> searches.search(call, type);
            case "POST" -> {
                @Nullable String condition = call.header("if-none-exist");
                yield condition == null ? interactions.create(call, type) : conditional.create(call, type, condition);
            }
            case "PUT" -> conditional.update(call, type);
            case "DELETE" -> conditional.delete(call, type);
            case "PATCH" -> conditional.patch(call, type);
            default -> throw notAllowed(call);
        };
    }

    private Answer second(Call call, String type, String id) {
        switch (id) {
            case "_search" -> {
                return searches.search(call, type);
            }
            case "_history" -> {
                return history.of(call, type);
            }
            case "$validate" -> {
                return interactions.validate(call, type);
            }
            case "$export" -> {
                if (!type.equals("Patient")) {
                    throw notAllowed(call);
                }
                return export.ask(call, ExportJob.About.PATIENTS, null);
            }
            default -> {
                return instance(call, type, id);
            }
        }
    }

    private Answer instance(Call call, String type, String id) {
        if (type.equals(Subscriptions.TYPE) && !call.method().equals("GET")) {
            return switch (call.method()) {
                case "PUT" -> subscriptions.update(call, id);
                case "DELETE" -> subscriptions.delete(call, id);
                default -> throw notAllowed(call);
            };
        }
        return switch (call.method()) {
            case "GET", "HEAD" -> interactions.read(call, type, id, 0);
            case "PUT" -> interactions.update(call, type, id);
            case "DELETE" -> interactions.delete(call, type, id);
            case "PATCH" -> interactions.patch(call, type, id);
            default -> throw notAllowed(call);
        };
    }

    private Answer deeper(Call call, String type, String id) {
        String third = call.part(2);
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        if (third.equals("_history") && reads) {
            return call.path().size() == 3
                    ? history.of(call, type, id)
                    : interactions.read(call, type, id, Math.max(1, Interactions.version(call.part(3))));
        }
        if (third.equals("$everything") && type.equals("Patient")) {
            return everything.of(call, id);
        }
        if (third.equals("$populate") && type.equals("Questionnaire") && reads) {
            return interactions.populate(call, id);
        }
        if (third.equals("$export") && type.equals("Group")) {
            return export.ask(call, ExportJob.About.GROUP, id);
        }
        if (type.equals(Subscriptions.TYPE) && third.equals("$dead-letters")) {
            return subscriptions.deadLetters(call, id);
        }
        if (type.equals(Subscriptions.TYPE)
                && third.equals("$replay")
                && call.method().equals("POST")) {
            return subscriptions.replay(call, id);
        }
        if (third.equals("$validate")) {
            return interactions.validate(call, type);
        }
        throw notAllowed(call);
    }

    private static Unusable notAllowed(Call call) {
        return new Unusable(
                NOT_ALLOWED,
                List.of(new uk.homeward.server.exchange.resources.Issue(
                        "not-supported",
                        "",
                        "(" + call.method() + ") is not taken at (" + String.join("/", call.path())
                                + "); what is, stands in /metadata",
                        true)));
    }
}
