package uk.homeward.server.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.capacity.UnitAnswer;
import uk.homeward.journey.capacity.UnitRules;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.PoolEvent.Offer;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PoolKind;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.journal.PersonKeys;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes what a unit says of itself, on a page or by a script, under a lock, so that two taps at once both count. */
@Component
class UnitTelling {

    static final List<String> WORDS =
            List.of("confirm", "change", "free", "count", "spot", "beds", "hours", "out-of-area", "back-in-area");

    private final UnitPages pages;
    private final UnitsNow units;
    private final UnitDesk desk;
    private final Permits permits;
    private final Place place;
    private final PlaceTime time;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final PersonKeys persons;

    UnitTelling(
            UnitPages pages,
            UnitsNow units,
            UnitDesk desk,
            Permits permits,
            Place place,
            PlaceTime time,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            PlaceKey key,
            PersonKeys persons) {
        this.pages = pages;
        this.units = units;
        this.desk = desk;
        this.permits = permits;
        this.place = place;
        this.time = time;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.key = key;
        this.persons = persons;
    }

    /**
     * Says something of a unit.
     *
     * @param once the same key is never applied twice; null where the caller does not repeat themselves
     */
    UnitTold tell(String pool, String unit, String word, Fields fields, User user, @Nullable String once) {
        UnitLine seen = pages.get(pool, unit, user);
        if (!WORDS.contains(word)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "there is no such command (" + word + "). Maybe: one of " + WORDS);
        }
        permits.changeCapacity(user, pool, unit);
        Form form = new Form(fields, place.zone(), time.instant());
        PoolId of = PoolId.of(seen.pool());
        return Objects.requireNonNull(transaction.execute(status -> {
            desk.lockedFree(of, unit, time.instant());
            UnitLine now = units.find(of, unit).orElseThrow();
            UnitAnswer answer = answer(of, now, word, form);
            if (!form.faults().isEmpty()) {
                return new UnitTold.Faulty(form.faults());
            }
            return switch (answer) {
                case UnitAnswer.Refused(String code, String why) -> new UnitTold.Refused(code, why);
                case UnitAnswer.Done(List<PoolEvent> facts) -> {
                    desk.tell(facts, time.instant(), user.actor(), once);
                    yield new UnitTold.Done(units.find(of, unit).orElseThrow());
                }
            };
        }));
    }

    private UnitAnswer answer(PoolId pool, UnitLine unit, String word, Form form) {
        return switch (word) {
            case "change" -> UnitRules.change(pool, unit.unit(), unit.room(), needed(form, "change"));
            case "free" -> UnitRules.free(pool, unit.unit(), unit.room(), needed(form, "free"));
            case "count" ->
                UnitRules.count(
                        pool,
                        unit.unit(),
                        unit.room(),
                        needed(form, "capacity"),
                        needed(form, "out_of_service"),
                        form.fields().has("free") ? Optional.of(form.number("free")) : Optional.empty(),
                        form.may("reason"));
            case "spot" ->
                UnitRules.spot(
                        pool,
                        unit.unit(),
                        spots(unit),
                        form.need("spot", "Say which bed."),
                        form.one(PoolEvent.Condition.class, "condition", "Say how the bed stands."),
                        form.may("reason"));
            case "beds" ->
                UnitRules.name(
                        pool,
                        unit.unit(),
                        Arrays.stream(form.need("beds", "Name the beds, with commas between.")
                                        .split("[,;\\n]"))
                                .map(String::strip)
                                .filter(b -> !b.isEmpty())
                                .toList());
            case "hours" -> hours(pool, unit, form);
            case "out-of-area" -> outOfArea(pool, unit, form);
            case "back-in-area" ->
                done(new PoolEvent.OutOfAreaEnded(
                        pool, unit.unit(), form.need("placement", "Say which placement."), form.may("note")));
            default -> done(new PoolEvent.NothingChanged(pool, unit.unit()));
        };
    }

    private static double needed(Form form, String field) {
        form.need(field, "Give a number.");
        return form.number(field);
    }

    /** One line of the hours; the others stay as they are. None at all takes the line away. */
    private UnitAnswer hours(PoolId pool, UnitLine unit, Form form) {
        if (pages.kind(unit) == PoolKind.BEDS) {
            return new UnitAnswer.Refused("no-hours-here", "This unit has beds and offers no hours. Say what is free.");
        }
        String area = form.may("area");
        if (!area.isEmpty() && !place.localities().has(LocalityId.of(area))) {
            form.fault("area", "There is no such area (" + area + "). Choose one, or none for the whole place.");
        }
        Slot slot = new Slot(area, form.one(Slot.Part.class, "part", "Choose a time of the day."), form.may("skill"));
        if (!slot.skill().isEmpty() && !place.features().contains(slot.skill())) {
            form.fault("skill", "This skill is not known (" + slot.skill() + "). Choose one, or none.");
        }
        double hours = needed(form, "hours");
        if (hours < 0) {
            form.fault("hours", "Hours cannot be fewer than none. Say 0 to take the line away.");
        }
        List<Offer> offers = new ArrayList<>(units.offers(pool, unit.unit()));
        offers.removeIf(o -> o.slot().equals(slot));
        if (hours > 0) {
            offers.add(new Offer(slot, hours));
        }
        return done(new PoolEvent.HoursOffered(pool, unit.unit(), offers));
    }

    private UnitAnswer outOfArea(PoolId pool, UnitLine unit, Form form) {
        String given = form.need("person", "Say who was placed: their id or NHS number.");
        Optional<String> person = persons.find(given);
        if (!given.isEmpty() && person.isEmpty()) {
            form.fault("person", "Nobody with this number or id is known here. Register them first.");
        }
        double kilometres = needed(form, "kilometres");
        if (kilometres < 0) {
            form.fault("kilometres", "A distance is not below 0. Give the kilometres by road.");
        }
        return done(new PoolEvent.PlacedOutOfArea(
                pool,
                unit.unit(),
                UUID.randomUUID().toString(),
                person.orElse(""),
                form.need("where", "Say where they are."),
                kilometres,
                form.need("reason", "Say why nobody in the place had room.")));
    }

    private static UnitAnswer done(PoolEvent fact) {
        return new UnitAnswer.Done(List.of(fact));
    }

    private List<String> spots(UnitLine unit) {
        return jdbc.queryForList(
                "select spot from spot where place = ? and pool = ? and unit = ?",
                String.class,
                key.value(),
                unit.pool(),
                unit.unit());
    }
}
