package uk.homeward.server.exchange.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;
import uk.homeward.server.time.PlaceTime;

/** Bulk Data: ask, poll, take the files, delete them. What a caller may not read is not in their files. */
@Component("fhirExport")
class Export {

    static final String STATUS = "$export-status";
    static final String FILE = "$export-file";
    private static final int GONE = 410;
    private static final List<String> FORMATS =
            List.of("application/fhir+ndjson", "application/ndjson", "ndjson", "application/fhir ndjson");

    private final ExportStore store;
    private final ExportWorker worker;
    private final Reading reading;
    private final Types types;
    private final PlaceTime time;

    Export(ExportStore store, ExportWorker worker, Reading reading, Types types, PlaceTime time) {
        this.store = store;
        this.worker = worker;
        this.reading = reading;
        this.types = types;
        this.time = time;
    }

    Answer ask(Call call, ExportJob.About about, @Nullable String group) {
        if (group != null && reading.read(call.user(), "Group", group, 0).isEmpty()) {
            throw Unusable.notFound("there is no (Group) with this id here");
        }
        @Nullable String format = call.parameter("_outputFormat");
        if (format != null && !FORMATS.contains(format)) {
            throw Unusable.request("_outputFormat", "is application/fhir+ndjson or nothing");
        }
        if (call.parameter("_typeFilter") != null) {
            throw Unusable.request("_typeFilter", "is not taken here. Maybe: _type and _since");
        }
        ExportJob job = new ExportJob(
                UUID.randomUUID().toString(),
                call.base() + "/" + String.join("/", call.path()),
                wanted(call),
                since(call),
                about,
                group,
                call.user(),
                ExportJob.State.WAITING,
                null,
                null,
                null);
        store.add(job, time.instant());
        worker.wake();
        return Answer.of(Answer.ACCEPTED, Json.MAPPER.writeValueAsBytes(Outcome.well("the export was begun")))
                .with("Content-Location", call.base() + "/" + STATUS + "/" + job.id());
    }

    private List<String> wanted(Call call) {
        List<String> wanted = call.parameters().getOrDefault("_type", List.of()).stream()
                .flatMap(t -> Arrays.stream(t.split(",")))
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        wanted.stream().filter(t -> !types.isKept(t)).findFirst().ifPresent(t -> {
            throw Unusable.request("_type", "(" + t + ") is no type of resource that is kept here");
        });
        return wanted;
    }

    private static @Nullable Instant since(Call call) {
        @Nullable String since = call.parameter("_since");
        try {
            return since == null
                    ? null
                    : OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
        } catch (java.time.DateTimeException e) {
            throw Unusable.request("_since", "is no instant such as 2026-11-29T10:00:00Z");
        }
    }

    /** What became of a job; its manifest once it is done. */
    Answer status(Call call, String id) {
        ExportJob job = job(call, id);
        return switch (job.state()) {
            case WAITING ->
                Answer.of(Answer.ACCEPTED, null)
                        .with("X-Progress", "in progress")
                        .with("Retry-After", "2");
            case DONE ->
                Answer.of(Answer.OK, manifest(call, job))
                        .with("Expires", HttpDates.text(Objects.requireNonNull(job.expiresAt())));
            case FAILED ->
                throw new Unusable(500, List.of(new Issue("exception", "", String.valueOf(job.problem()), true)));
            case CANCELLED -> throw Unusable.notFound("the export was deleted");
            case EXPIRED -> throw gone(job);
        };
    }

    private byte[] manifest(Call call, ExportJob job) {
        ObjectNode manifest = Json.MAPPER
                .createObjectNode()
                .put("transactionTime", String.valueOf(job.asOf()))
                .put("request", job.request())
                .put("requiresAccessToken", true);
        ArrayNode output = manifest.putArray("output");
        for (ExportStore.FileEntry file : store.listFiles(job.id())) {
            output.addObject()
                    .put("type", file.type())
                    .put("url", call.base() + "/" + FILE + "/" + job.id() + "/" + file.number())
                    .put("count", file.lines());
        }
        manifest.putArray("error");
        return Json.MAPPER.writeValueAsBytes(manifest);
    }

    Answer file(Call call, String id, String number) {
        ExportJob job = job(call, id);
        if (job.state() == ExportJob.State.EXPIRED) {
            throw gone(job);
        }
        byte[] content = (number.matches("\\d{1,6}")
                        ? store.findFile(job.id(), Integer.parseInt(number))
                        : java.util.Optional.<byte[]>empty())
                .orElseThrow(() -> Unusable.notFound("there is no such file"));
        return Answer.of(Answer.OK, content).with("Content-Type", "application/fhir+ndjson");
    }

    Answer delete(Call call, String id) {
        store.cancel(job(call, id).id());
        return Answer.of(Answer.ACCEPTED, null);
    }

    private ExportJob job(Call call, String id) {
        return store.find(id)
                .filter(j -> j.user().id().equals(call.user().id())
                        && j.user().organisation().equals(call.user().organisation()))
                .orElseThrow(() -> Unusable.notFound("there is no export of yours with this id"));
    }

    private static Unusable gone(ExportJob job) {
        return new Unusable(
                GONE,
                List.of(new Issue(
                        "deleted",
                        "",
                        "the files were deleted at " + job.expiresAt() + ". Maybe: ask for the export again",
                        true)));
    }
}
