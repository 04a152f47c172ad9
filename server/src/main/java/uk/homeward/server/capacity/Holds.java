package uk.homeward.server.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.capacity.HoldAnswer;
import uk.homeward.journey.capacity.HoldRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/**
 * Keeps places for people: in wards, centres and teams, and equally with care homes and home-care providers. A hold belongs
 * to one person and one purpose, names who placed it and ends by itself. The unit's row is locked while a place in it is
 * held or confirmed, so of many who ask for the last place exactly one gets it; a bed that is named can be held once, which
 * the database's unique index guarantees besides.
 *
 * <p>The way of a hold: {@link #place} keeps it until it expires; {@link #confirm} makes it the person's without an end;
 * {@link #came} and {@link #left} tell of people whom no journey follows, such as residents of a care home. When a journey's
 * step begins in the unit, the desk takes the place itself. {@link #giveBack} frees it before that.
 *
 * <p>Methods take part in the caller's transaction if there is one. Ids are the caller's: the same id is the same hold, so
 * asking again changes nothing.
 */
@Component
public class Holds {

    private static final int ATTEMPTS = 5;

    private final Ledger ledger;
    private final UnitDesk units;
    private final HoldsRead read;
    private final PlaceKey place;
    private final PlaceTime time;

    Holds(Ledger ledger, UnitDesk units, HoldsRead read, PlaceKey place, PlaceTime time) {
        this.ledger = ledger;
        this.units = units;
        this.read = read;
        this.place = place;
        this.time = time;
    }

    /**
     * Keeps a place for a person.
     *
     * @param id the new hold's id, chosen by the caller
     * @param key the same key is never applied twice; null where the caller does not repeat themselves
     */
    public HoldTold place(String id, HoldWish wish, Actor by, @Nullable String key) {
        HoldEvent.PlaceHeld held = new HoldEvent.PlaceHeld(
                wish.pool(),
                wish.unit(),
                wish.spot(),
                wish.slot(),
                wish.amount(),
                wish.person(),
                wish.purpose(),
                wish.expiresAt(),
                wish.partner());
        return tell(id, "place", by, key, before -> {
            Optional<Double> free = units.lockedFree(wish.pool(), wish.unit(), time.instant());
            Instant now = time.instant();
            freeLapsed(wish, now, by);
            return HoldRules.place(before, held, read.asked(wish, free, now), now);
        });
    }

    /** Makes a held place the person's; refused with {@code hold-expired} where its time has run out. */
    public HoldTold confirm(String id, String note, Actor by, @Nullable String key) {
        return tell(id, "confirm", by, key, before -> {
            lockUnit(before);
            return HoldRules.confirm(before, note, time.instant());
        });
    }

    /** Gives a place back to which nobody came. */
    public HoldTold giveBack(String id, String reason, Actor by, @Nullable String key) {
        return tell(id, "give-back", by, key, before -> HoldRules.giveBack(before, reason, time.instant()));
    }

    /** Says that the person is there, where no journey tells of it. */
    public HoldTold came(String id, Actor by, @Nullable String key) {
        return tell(id, "came", by, key, before -> {
            lockUnit(before);
            return HoldRules.came(before, time.instant());
        });
    }

    /** Says that a person who was there or awaited has left. */
    public HoldTold left(String id, String reason, Actor by, @Nullable String key) {
        return tell(id, "left", by, key, before -> HoldRules.left(before, reason));
    }

    /** Says that one person has left; where two were kept for, the other's place stays theirs. */
    public HoldTold left(String id, String person, String reason, Actor by) {
        return tell(id, "left", by, null, before -> HoldRules.left(before, person, reason));
    }

    /** Tells of all holds whose time has run out that it has; how many. They kept nobody from the place since then. */
    public int expire() {
        Instant now = time.instant();
        Actor by = Actor.system("holds", place.value());
        List<String> lapsed = read.lapsed(now);
        lapsed.forEach(id -> tell(id, "expire", by, null, before -> HoldRules.expire(before, now)));
        return lapsed.size();
    }

    public Optional<Hold> find(String id) {
        return Hold.of(ledger.history(Subject.hold(id)));
    }

    /** What is kept for a person now. */
    public List<HoldLine> ofPerson(String person) {
        return read.ofPerson(person, time.instant());
    }

    /** What is kept in a unit now, the next to expire first. */
    public List<HoldLine> ofUnit(PoolId pool, String unit) {
        return read.ofUnit(pool.value(), unit, time.instant());
    }

    /** A bed whose hold has run out is free although nobody has told so yet; it is told now. */
    private void freeLapsed(HoldWish wish, Instant now, Actor by) {
        if (wish.spot() != null) {
            read.lapsedOfSpot(wish.pool().value(), wish.unit(), wish.spot(), now)
                    .forEach(id -> tell(id, "expire", by, null, before -> HoldRules.expire(before, now)));
        }
    }

    private void lockUnit(Optional<Hold> hold) {
        hold.ifPresent(h -> units.lockedFree(h.asked().pool(), h.asked().unit(), time.instant()));
    }

    private HoldTold tell(
            String id, String command, Actor by, @Nullable String key, Function<Optional<Hold>, HoldAnswer> rules) {
        Entry entry = insisting(() -> ledger.tell(
                Subject.hold(id), time.instant(), by, key, before -> verdict(command, rules.apply(Hold.of(before)))));
        return switch (entry) {
            case Entry.Done done ->
                find(id).<HoldTold>map(HoldTold.Done::new).orElseGet(() -> new HoldTold.Refused("hold-unknown", ""));
            case Entry.Refused(String code, String why) -> new HoldTold.Refused(code, why);
        };
    }

    private static Verdict verdict(String command, HoldAnswer answer) {
        return switch (answer) {
            case HoldAnswer.Done(List<HoldEvent> events) -> new Verdict.Done(events);
            case HoldAnswer.Refused(String code, String why) ->
                new Verdict.Refused(new HoldEvent.HoldRefused(command, code, why));
        };
    }

    /** Two who met in opposite orders: the database lets one wait in vain, who then tries again. */
    private static Entry insisting(Supplier<Entry> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DuplicateKeyException | ConcurrencyFailureException faster) {
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw faster;
                }
            }
        }
    }
}
