package uk.homeward.server.brokerage;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.ContingencyEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.time.PlaceTime;

/** A provider that fails: everybody affected, who could take them, and the tasks of the contingency plan with their clocks. */
@Component
public class Failures {

    private final Ledger ledger;
    private final PackageList packages;
    private final Openings openings;
    private final Terms terms;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Failures(
            Ledger ledger,
            PackageList packages,
            Openings openings,
            Terms terms,
            PlaceTime time,
            JdbcTemplate jdbc,
            PlaceKey place) {
        this.ledger = ledger;
        this.packages = packages;
        this.openings = openings;
        this.terms = terms;
        this.time = time;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** @param overAt null while it goes on */
    public record Failure(
            String provider,
            String title,
            Instant failedAt,
            String reason,
            @Nullable Instant overAt) {}

    /** @param doneAt null while it is open */
    public record Task(
            Terms.Task task, Instant due, @Nullable Instant doneAt, String doneBy, String note) {}

    /** Everything on one page. */
    public record Page(
            Failure failure,
            List<PackageList.Affected> affected,
            List<CareService> couldTake,
            int room,
            List<Task> tasks) {

        public boolean suffices() {
            return room >= affected.size();
        }
    }

    List<Failure> list() {
        return jdbc.query(
                "select provider, failed_at, reason, over_at from contingency where place = ?"
                        + " order by over_at is not null, failed_at desc",
                (row, n) -> new Failure(
                        row.getString(1),
                        openings.title(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        at(row.getObject(4, OffsetDateTime.class))),
                place.value());
    }

    Optional<Page> find(String provider) {
        return list().stream()
                .filter(failure -> failure.provider().equals(provider))
                .findFirst()
                .map(this::page);
    }

    private Page page(Failure failure) {
        List<PackageList.Affected> affected = packages.of(failure.provider());
        List<CareService> couldTake =
                openings.find(failure.provider()).map(this::couldTake).orElse(List.of());
        int room = couldTake.stream().mapToInt(CareService::room).sum();
        return new Page(failure, affected, couldTake, room, tasks(failure));
    }

    /** The same kind of care, not rated inadequate, with room; the same area first. */
    private List<CareService> couldTake(CareService failing) {
        return openings.all().stream()
                .filter(other -> other.kind() == failing.kind()
                        && !other.id().equals(failing.id())
                        && other.rating() != Rating.INADEQUATE
                        && other.room() > 0)
                .sorted(Comparator.comparing(
                                (CareService other) -> !other.locality().equals(failing.locality()))
                        .thenComparing(
                                Comparator.comparingInt(CareService::room).reversed())
                        .thenComparing(CareService::title))
                .toList();
    }

    private List<Task> tasks(Failure failure) {
        Map<String, Task> done = new HashMap<>();
        jdbc.query(
                "select task, done_at, done_by, note from contingency_task where place = ? and provider = ?",
                row -> {
                    for (Terms.Task task : terms.contingency()) {
                        if (task.id().equals(row.getString(1))) {
                            OffsetDateTime doneAt = row.getObject(2, OffsetDateTime.class);
                            done.put(task.id(), task(failure, task, doneAt, row.getString(3), row.getString(4)));
                        }
                    }
                },
                place.value(),
                failure.provider());
        return terms.contingency().stream()
                .map(task -> done.getOrDefault(task.id(), task(failure, task, null, "", "")))
                .toList();
    }

    private static Task task(
            Failure failure, Terms.Task task, @Nullable OffsetDateTime doneAt, String by, String note) {
        return new Task(task, failure.failedAt().plus(Duration.ofHours(task.hours())), at(doneAt), by, note);
    }

    Entry fail(String provider, String reason, Actor by) {
        return tell(provider, by, () -> {
            if (openings.find(provider).isEmpty()) {
                return refused("fail", "provider-unknown", "There is no such provider. Choose one from the list.");
            }
            if (reason.isBlank()) {
                return refused("fail", "reason-missing", "Write what happened.");
            }
            return isOpen(provider)
                    ? refused("fail", "already-failed", "This was declared before; its tasks go on.")
                    : Verdict.done(new ContingencyEvent.ProviderFailed(reason));
        });
    }

    Entry done(String provider, String task, String note, Actor by) {
        return tell(provider, by, () -> {
            Optional<Task> open = find(provider).stream()
                    .flatMap(page -> page.tasks().stream())
                    .filter(one -> one.task().id().equals(task))
                    .findFirst();
            if (open.isEmpty() || !isOpen(provider)) {
                return refused("done", "no-task", "There is no such task of a failure that goes on.");
            }
            return open.get().doneAt() != null
                    ? Verdict.done()
                    : Verdict.done(new ContingencyEvent.ContingencyTaskDone(task, note));
        });
    }

    /** A failure is over once nobody depends on the provider any more, or the provider goes on after all. */
    Entry over(String provider, String reason, Actor by) {
        return tell(provider, by, () -> {
            if (!isOpen(provider)) {
                return refused("over", "not-failed", "This provider is not failing.");
            }
            return reason.isBlank()
                    ? refused(
                            "over", "reason-missing", "Write how it ended: everybody has another place, or it goes on.")
                    : Verdict.done(new ContingencyEvent.FailureOver(reason));
        });
    }

    private boolean isOpen(String provider) {
        return list().stream().anyMatch(failure -> failure.provider().equals(provider) && failure.overAt() == null);
    }

    private Entry tell(String provider, Actor by, Supplier<Verdict> rules) {
        return ledger.tell(Subject.contingency(provider), time.instant(), by, null, before -> rules.get());
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new ContingencyEvent.ContingencyRefused(command, code, why));
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
