package uk.homeward.server.exchange.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Address;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.TakenResources;
import uk.homeward.server.exchange.resources.Unusable;

/** Reads and writes of single resources. */
@Component("fhirInteractions")
class Interactions {

    private static final int TRIES = 3;
    private static final int FORBIDDEN = 403;

    private final Resources resources;
    private final Reading reading;
    private final Own own;

    Interactions(Resources resources, Reading reading, Own own) {
        this.resources = resources;
        this.reading = reading;
        this.own = own;
    }

    /** What stands under this address, or one version of it ({@code 0} for the newest). */
    Answer read(Call call, String type, String id, int version) {
        Optional<Kept> kept = Address.isId(id) ? reading.read(call.user(), type, id, version) : Optional.empty();
        if (kept.isPresent()) {
            return isKnown(call, kept.get())
                    ? Answer.of(Answer.NOT_MODIFIED, kept.get(), null)
                    : Answer.of(Answer.OK, kept.get(), kept.get().json());
        }
        Optional<Resource> ours = version == 0 ? own.find(call.user(), type, id) : Optional.empty();
        return ours.map(r -> own.answer(Answer.OK, r))
                .orElseThrow(() -> Unusable.notFound("there is no (" + type + ") with this id here"));
    }

    /** A form filled from what is known of a person: {@code Questionnaire/contact/$populate?subject=Patient/1}. */
    Answer populate(Call call, String form) {
        @Nullable String subject = call.parameter("subject");
        if (subject == null) {
            throw Unusable.request("subject", "is missing: name the person, such as subject=Patient/1");
        }
        String person = subject.substring(subject.lastIndexOf('/') + 1);
        return own.find(call.user(), "QuestionnaireResponse", person + ".form." + form)
                .map(r -> Answer.of(Answer.OK, own.json(r)))
                .orElseThrow(() -> Unusable.notFound(
                        "there is no form (" + form + "), or no record of (" + subject + ") that opens to you"));
    }

    /** True if the caller has this very version already. */
    private static boolean isKnown(Call call, Kept kept) {
        @Nullable String tag = call.header("if-none-match");
        if (tag != null) {
            return Arrays.stream(tag.split(",")).anyMatch(t -> t.strip().equals("*") || version(t) == kept.version());
        }
        @Nullable String since = call.header("if-modified-since");
        return since != null
                && HttpDates.parse(since) instanceof java.time.Instant at
                && !kept.updatedAt()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .isAfter(at);
    }

    Answer create(Call call, String type) {
        ResourceText sent = text(call, type);
        Optional<Supplier<Answer>> command = command(call, type, null, sent);
        if (command.isPresent()) {
            return command.get().get();
        }
        Kept kept = resources
                .keep(List.of(draft(call, type)), call.source(), call.isStrict())
                .getFirst();
        return written(call, Answer.CREATED, kept, List.of());
    }

    private static String location(Call call, String type, Resource done) {
        return call.base() + "/" + type + "/" + done.getIdElement().getIdPart();
    }

    /** What a resource says is to be done, where its creation or change is a command; empty where it is kept. */
    Optional<Supplier<Answer>> command(Call call, String type, @Nullable String id, ResourceText text) {
        return id == null
                ? own.taking(type, text.tree()).map(t -> () -> {
                    Resource done = t.take(call.user(), text.tree());
                    return own.answer(Answer.CREATED, done).with("Location", location(call, type, done));
                })
                : own.changing(type, id).map(t -> () -> change(call, t, id, text));
    }

    private Answer change(Call call, TakenResources taking, String id, ResourceText text) {
        @Nullable String tag = call.header("if-match");
        int version = tag == null || tag.strip().equals("*") ? 0 : version(tag);
        return own.answer(Answer.OK, taking.change(call.user(), id, text.tree(), version));
    }

    boolean mayBeCommand(String type) {
        return own.mayTake(type);
    }

    /** The first version of a new resource. */
    Draft draft(Call call, String type) {
        return resources.draft(text(call, type), resources.newId(), 1, call.isStrict(), call.received());
    }

    /** Puts a resource under an address of the caller's choice, or in the place of what stands there. */
    Answer update(Call call, String type, String id) {
        ResourceText text = text(call, type);
        if (text.id() == null || !text.id().equals(id)) {
            throw new Unusable(400, List.of(new Issue("invalid", type + ".id", "is not the id of the address", true)));
        }
        Optional<Supplier<Answer>> command = command(call, type, id, text);
        if (command.isPresent()) {
            return command.get().get();
        }
        Unusable raced = Unusable.changed("");
        for (int i = 0; i < TRIES; i++) {
            try {
                return put(call, type, id, text);
            } catch (Unusable e) {
                if (e.status() != raced.status() || call.header("if-match") != null) {
                    throw e;
                }
                raced = e;
            }
        }
        throw raced;
    }

    private Answer put(Call call, String type, String id, ResourceText text) {
        Optional<Kept> standing = standing(call, type, id);
        if (standing.isPresent() && isSame(standing.get(), text)) {
            return written(call, Answer.OK, standing.get(), List.of());
        }
        Draft draft = update(call, type, id, text, standing, Map.of());
        Kept kept =
                resources.keep(List.of(draft), call.source(), call.isStrict()).getFirst();
        boolean isNew = standing.isEmpty() || standing.get().deleted();
        return written(call, isNew ? Answer.CREATED : Answer.OK, kept, List.of());
    }

    /** The next version of what stands, as a bundle with names of its own says it. */
    Draft update(
            Call call, String type, String id, ResourceText text, Optional<Kept> standing, Map<String, String> names) {
        int version = standing.map(k -> k.version() + 1).orElse(1);
        return names.isEmpty()
                ? resources.draft(text, id, version, call.isStrict(), call.received())
                : resources.rewritten(text, names, id, version, call.isStrict());
    }

    private static boolean isSame(Kept standing, ResourceText text) {
        return !standing.deleted() && Arrays.equals(standing.content(), text.content());
    }

    /** What stands under an address that the caller is about to change. Throws {@link Unusable} if they may not. */
    Optional<Kept> standing(Call call, String type, String id) {
        if (!Address.isId(id)) {
            throw Unusable.request("id", "an id has at most 64 letters, digits, - and .");
        }
        Optional<Kept> standing = resources.find(type, id);
        if (standing.isEmpty() && own.find(call.user(), type, id).isPresent()) {
            throw forbidden("this is Homeward's own, and is changed by what happens, not from outside");
        }
        standing.ifPresent(k -> mayChange(call.user(), k));
        matches(call, standing);
        return standing;
    }

    /** A resource is changed only by the organisation that sent it. */
    private static void mayChange(User user, Kept standing) {
        if (!standing.organisation().equals(user.organisation())) {
            throw forbidden("another organisation sent this; only they change it. Send your own, and refer to it");
        }
    }

    private static Unusable forbidden(String why) {
        return new Unusable(FORBIDDEN, List.of(new Issue("forbidden", "", why, true)));
    }

    private static void matches(Call call, Optional<Kept> standing) {
        @Nullable String tag = call.header("if-match");
        boolean here = standing.isPresent() && !standing.get().deleted();
        if (tag != null
                && !(here
                        && (tag.strip().equals("*")
                                || version(tag) == standing.get().version()))) {
            throw Unusable.changed(
                    here
                            ? "version (" + standing.get().version() + ") stands, not the one of If-Match"
                            : "nothing stands under this address, so no version of If-Match can");
        }
        @Nullable String none = call.header("if-none-match");
        if (none != null && none.strip().equals("*") && here) {
            throw Unusable.changed("something stands under this address already");
        }
    }

    /** The version in {@code W/"3"}; -1 if there is none. */
    static int version(String tag) {
        try {
            return Integer.parseInt(tag.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    Answer delete(Call call, String type, String id) {
        Optional<Kept> standing = standing(call, type, id);
        if (standing.isEmpty() || standing.get().deleted()) {
            return Answer.of(Answer.NO_CONTENT, null);
        }
        Kept kept = resources
                .keep(List.of(deletion(standing.get())), call.source(), false)
                .getFirst();
        return new Answer(Answer.NO_CONTENT, null, kept, Map.of());
    }

    /** Throws {@link Unusable} (409) while something refers to it. */
    Draft deletion(Kept standing) {
        resources.referring(standing.reference()).ifPresent(other -> {
            throw Unusable.conflict("(" + other + ") refers to it. Maybe: delete that first");
        });
        return resources.deletion(standing);
    }

    Answer patch(Call call, String type, String id) {
        Kept standing = standing(call, type, id)
                .filter(k -> !k.deleted())
                .orElseThrow(() -> Unusable.notFound("there is no (" + type + ") with this id here"));
        byte[] patched = JsonPatch.apply(standing.json(), call.body());
        ResourceText text = ResourceText.read(patched);
        if (!text.type().equals(type) || !Objects.equals(text.id(), id)) {
            throw Unusable.request("patch", "type and id cannot be patched");
        }
        Draft draft = update(call, type, id, text, Optional.of(standing), Map.of());
        return written(
                call,
                Answer.OK,
                resources.keep(List.of(draft), call.source(), call.isStrict()).getFirst(),
                List.of());
    }

    /** The body as a resource of this type. */
    ResourceText text(Call call, String type) {
        ResourceText text = ResourceText.read(call.body());
        if (!text.type().equals(type)) {
            throw new Unusable(
                    400,
                    List.of(new Issue(
                            "invalid",
                            "resourceType",
                            "is (" + text.type() + ") where the address says (" + type + ")",
                            true)));
        }
        return text;
    }

    Answer written(Call call, int status, Kept kept, List<Issue> findings) {
        byte[] body = switch (call.returns()) {
            case MINIMAL -> null;
            case OUTCOME -> outcome(findings(kept));
            case REPRESENTATION -> kept.json();
        };
        return Answer.of(status, kept, body)
                .with("Location", call.base() + "/" + kept.reference() + "/_history/" + kept.version());
    }

    private List<Issue> findings(Kept kept) {
        return resources.check(ResourceText.read(Objects.requireNonNull(kept.content())));
    }

    private static byte[] outcome(List<Issue> findings) {
        return uk.homeward.server.exchange.resources.Json.MAPPER.writeValueAsBytes(
                findings.isEmpty() ? Outcome.well("Kept; nothing in it is unusual") : Outcome.of(Answer.OK, findings));
    }

    /** Compares a resource with R4; nothing is kept. */
    Answer validate(Call call, String type) {
        var tree = ResourceText.read(call.body());
        ResourceText text = tree;
        if (tree.type().equals("Parameters")) {
            for (var parameter : tree.tree().path("parameter")) {
                if (parameter.path("name").asString("").equals("resource")) {
                    text = ResourceText.read(uk.homeward.server.exchange.resources.Json.MAPPER.writeValueAsBytes(
                            parameter.path("resource")));
                }
            }
        }
        if (!type.isEmpty() && !text.type().equals(type)) {
            throw Unusable.request("resourceType", "is (" + text.type() + ") where the address says (" + type + ")");
        }
        return Answer.of(Answer.OK, outcome(resources.check(text)));
    }

    /** Throws {@link Unusable} (403) unless the user's role may send facts. */
    static void maySend(User user) {
        if (!user.may(Permission.SEND_FACTS)) {
            throw forbidden("the role (" + user.role().word() + ") may not " + Permission.SEND_FACTS.words()
                    + ". Maybe: one of "
                    + Permission.SEND_FACTS.roles().stream().map(r -> r.word()).toList());
        }
    }

    static void mayRead(User user) {
        if (!user.may(Permission.READ_PERSON) && !user.may(Permission.SEND_FACTS)) {
            throw forbidden("the role (" + user.role().word() + ") may not " + Permission.READ_PERSON.words()
                    + ". Maybe: one of "
                    + Permission.SEND_FACTS.roles().stream().map(r -> r.word()).toList());
        }
    }
}
