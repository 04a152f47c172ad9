package uk.homeward.journey.spell;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.spell.Spell.State;

/** One stay while its facts are gone through, in the order in which they happened. */
final class Course {

    private final String person;
    private final String site;
    private final String visit;
    private final Instant firstKnownAt;
    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<WardMove> moves = new ArrayDeque<>();
    private boolean cancelled;
    private @Nullable String location;
    private @Nullable Instant arrivedAt;
    private @Nullable Instant admittedAt;
    private @Nullable Instant leftAt;
    private @Nullable Instant expectedAt;
    private String reason = "";
    private @Nullable String destination;
    private List<String> codes = List.of();

    Course(String person, String site, String visit, Instant firstKnownAt) {
        this.person = person;
        this.site = site;
        this.visit = visit;
        this.firstKnownAt = firstKnownAt;
    }

    String visit() {
        return visit;
    }

    Instant firstKnownAt() {
        return firstKnownAt;
    }

    @Nullable
    Instant admittedAt() {
        return cancelled ? null : admittedAt;
    }

    boolean isOpen() {
        return !cancelled && leftAt == null;
    }

    boolean isWaitingForABed() {
        return isOpen() && admittedAt == null && arrivedAt != null;
    }

    void arrive(Instant at, @Nullable String where, String why) {
        arrivedAt = arrivedAt == null ? at : arrivedAt;
        beThere();
        reason = why.isBlank() ? reason : why;
        be(where);
    }

    void admit(Instant at, @Nullable String where) {
        admittedAt = admittedAt == null ? at : admittedAt;
        beThere();
        be(where);
    }

    /** Whoever comes, or is given a bed, after a cancellation or after leaving is there again. */
    private void beThere() {
        cancelled = false;
        leftAt = null;
        destination = null;
    }

    void move(Instant at, @Nullable String from, @Nullable String to) {
        if (location == null) {
            location = from;
        }
        if (location != null) {
            before.push(location);
        }
        if (location != null && to != null && !isWaitingForABed()) {
            moves.push(new WardMove(at, location, to));
        }
        be(to);
    }

    void moveBack(@Nullable String backTo) {
        @Nullable String earlier = before.poll();
        if (!moves.isEmpty() && moves.getFirst().to().equals(location)) {
            moves.pop();
        }
        location = backTo != null ? backTo : earlier != null ? earlier : location;
    }

    void expect(Instant at) {
        expectedAt = at;
    }

    void cancelAdmission() {
        cancelled = admittedAt == null || arrivedAt == null || arrivedAt.equals(admittedAt);
        admittedAt = null;
    }

    void leave(Instant at, @Nullable String where) {
        leftAt = at;
        destination = where;
    }

    void comeBack(@Nullable String where) {
        beThere();
        be(where);
    }

    void code(List<String> diagnoses) {
        codes = diagnoses;
    }

    private void be(@Nullable String where) {
        location = where == null ? location : where;
    }

    Spell spell() {
        return new Spell(
                person,
                site,
                visit,
                state(),
                location,
                arrivedAt != null ? arrivedAt : firstKnown(),
                admittedAt,
                leftAt,
                expectedAt,
                reason,
                destination,
                codes,
                List.copyOf(moves).reversed().stream()
                        .filter(WardMove::changesWard)
                        .toList());
    }

    /** When the person was first known to be there: an admission, else the first thing told. */
    private Instant firstKnown() {
        return admittedAt != null && admittedAt.isBefore(firstKnownAt) ? admittedAt : firstKnownAt;
    }

    private State state() {
        if (cancelled) {
            return State.CANCELLED;
        }
        if (leftAt != null) {
            return State.LEFT;
        }
        return isWaitingForABed() ? State.ARRIVED : State.ADMITTED; // who is moved without an arrival is in a bed
    }
}
