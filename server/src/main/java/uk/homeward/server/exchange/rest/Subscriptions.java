package uk.homeward.server.exchange.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/** Subscriptions by REST hook: only to hosts that the operator named, and only what the subscriber may read. */
@Component("fhirSubscriptions")
class Subscriptions {

    static final String TYPE = "Subscription";

    private final Interactions interactions;
    private final Reading reading;
    private final Outbox outbox;
    private final Types types;
    private final AllowedHosts hosts;
    private final TransactionTemplate transaction;

    Subscriptions(
            Interactions interactions,
            Reading reading,
            Outbox outbox,
            Types types,
            AllowedHosts hosts,
            TransactionTemplate transaction) {
        this.interactions = interactions;
        this.reading = reading;
        this.outbox = outbox;
        this.types = types;
        this.hosts = hosts;
        this.transaction = transaction;
    }

    Answer create(Call call) {
        Call active = activated(call);
        return inOne(() -> {
            Answer made = interactions.create(active, TYPE);
            tell(call, Objects.requireNonNull(made.kept()), active.body());
            return made;
        });
    }

    Answer update(Call call, String id) {
        Call active = activated(call);
        return inOne(() -> {
            Answer made = interactions.update(active, TYPE, id);
            tell(call, Objects.requireNonNull(made.kept()), active.body());
            return made;
        });
    }

    Answer delete(Call call, String id) {
        return inOne(() -> {
            Answer gone = interactions.delete(call, TYPE, id);
            outbox.forget(id);
            return gone;
        });
    }

    private Answer inOne(java.util.function.Supplier<Answer> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void tell(Call call, Kept kept, byte[] body) {
        ObjectNode tree = ResourceText.read(body).tree();
        String criteria = tree.path("criteria").asString("");
        JsonNode channel = tree.path("channel");
        List<String> headers = new ArrayList<>();
        channel.path("header").forEach(h -> headers.add(h.asString("")));
        outbox.add(
                new Outbox.Subscriber(
                        kept.id(),
                        type(criteria),
                        criteria,
                        channel.path("endpoint").asString(""),
                        !channel.path("payload").asString("").isEmpty(),
                        headers,
                        call.user()),
                tree.path("status").asString("").equals("active"));
    }

    private static String type(String criteria) {
        return criteria.replaceFirst("\\?.*", "");
    }

    /** What is asked for is checked at once, so that {@code requested} becomes {@code active}. */
    private Call activated(Call call) {
        ObjectNode tree = interactions.text(call, TYPE).tree();
        List<Issue> issues = new ArrayList<>();
        JsonNode channel = tree.path("channel");
        if (!channel.path("type").asString("").equals("rest-hook")) {
            issues.add(fault("Subscription.channel.type", "is not rest-hook, the only kind here"));
        }
        String payload = channel.path("payload").asString("");
        if (!payload.isEmpty() && !payload.startsWith("application/fhir+json") && !payload.equals("application/json")) {
            issues.add(fault("Subscription.channel.payload", "is not application/fhir+json"));
        }
        channel.path("header").forEach(h -> {
            if (!h.asString("").matches("(Authorization|X-[A-Za-z0-9-]+): ?[\\x20-\\x7E]+")) {
                issues.add(
                        fault("Subscription.channel.header", "is not Authorization or a header that begins with X-"));
            }
        });
        @Nullable String refused = hosts.refuses(channel.path("endpoint").asString(""));
        if (refused != null) {
            issues.add(fault("Subscription.channel.endpoint", refused));
        }
        criteria(tree.path("criteria").asString(""), issues);
        if (!issues.isEmpty()) {
            throw Unusable.unprocessable(issues);
        }
        if (tree.path("status").asString("").equals("requested")) {
            tree.put("status", "active");
        }
        return new Call(
                call.user(),
                call.base(),
                call.method(),
                call.path(),
                call.parameters(),
                call.headers(),
                Json.MAPPER.writeValueAsBytes(tree),
                call.received() == null ? call.body() : call.received());
    }

    private void criteria(String criteria, List<Issue> issues) {
        String type = type(criteria);
        if (!types.isKept(type) || type.equals(TYPE)) {
            issues.add(fault("Subscription.criteria", "begins with no type of resource, such as Observation?code=x"));
            return;
        }
        Query query = Query.of(types.get(type), Query.parameters(criteria.contains("?") ? criteria : "?"));
        if (!query.unknown().isEmpty()) {
            issues.add(fault("Subscription.criteria", "has parameters that are not known here: " + query.unknown()));
        }
    }

    private static Issue fault(String element, String what) {
        return new Issue("value", element, what, true);
    }

    /** What could not be told to a subscriber for days. */
    Answer deadLetters(Call call, String id) {
        mine(call, id);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = answer.putArray("parameter");
        for (Outbox.Letter letter : outbox.listDead(id)) {
            ArrayNode parts = list.addObject().put("name", "dead-letter").putArray("part");
            parts.addObject()
                    .put("name", "resource")
                    .putObject("valueReference")
                    .put("reference", letter.reference());
            parts.addObject()
                    .put("name", "queued")
                    .put("valueInstant", letter.queuedAt().toString());
            parts.addObject().put("name", "attempts").put("valueInteger", letter.attempts());
            parts.addObject().put("name", "problem").put("valueString", String.valueOf(letter.problem()));
        }
        list.addObject().put("name", "waiting").put("valueInteger", (int) outbox.countWaiting(id));
        return Answer.of(Answer.OK, Json.MAPPER.writeValueAsBytes(answer));
    }

    /** Puts the dead letters of a subscriber into the queue again. */
    Answer replay(Call call, String id) {
        mine(call, id);
        int count = outbox.replay(id);
        return Answer.of(
                Answer.OK,
                Outcome.well(count + " dead letters wait to be told again")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void mine(Call call, String id) {
        Kept kept = reading.read(call.user(), TYPE, id, 0)
                .orElseThrow(() -> Unusable.notFound("there is no (Subscription) with this id here"));
        if (!kept.organisation().equals(call.user().organisation())) {
            throw Unusable.notFound("there is no (Subscription) of yours with this id");
        }
    }
}
