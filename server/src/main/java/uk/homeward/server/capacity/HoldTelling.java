package uk.homeward.server.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PoolKind;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PersonKeys;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes holds that are asked for on a page or by a script. */
@Component
class HoldTelling {

    static final List<String> WORDS = List.of("confirm", "give-back", "came", "left");
    private static final int MINUTES = 4 * 60;

    private final Holds holds;
    private final Place place;
    private final PlaceTime time;
    private final PersonKeys persons;

    HoldTelling(Holds holds, Place place, PlaceTime time, PersonKeys persons) {
        this.holds = holds;
        this.place = place;
        this.time = time;
        this.persons = persons;
    }

    /** What became of it. */
    sealed interface Told {}

    record Said(HoldTold told) implements Told {}

    record Faulty(List<Fault> faults) implements Told {
        Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Holds a place for a while: four hours, unless {@code minutes} says otherwise. */
    Told place(Fields fields, User user, @Nullable String once) {
        Instant now = time.instant();
        Form form = new Form(fields, place.zone(), now);
        String pool = form.need("pool", "Say of which pool.");
        String unit = form.need("unit", "Say in which unit.");
        String person = person(form, "person");
        String purpose = form.need("purpose", "Say what the place is for.");
        int minutes = fields.has("minutes") ? form.whole("minutes") : MINUTES;
        String partner = fields.has("partner") ? person(form, "partner") : "";
        double amount = fields.has("amount") ? form.number("amount") : partner.isEmpty() ? 1 : 2;
        Slot slot = fields.has("part")
                ? new Slot(
                        form.may("area"),
                        form.one(Slot.Part.class, "part", "Choose a time of the day."),
                        form.may("skill"))
                : null;
        if (slot != null && !isHours(pool)) {
            form.fault("part", "Here a place is held, not hours. Leave the time of the day out.");
        }
        if (!form.faults().isEmpty() || !pool.matches("[a-z][a-z0-9-]*")) {
            return new Faulty(
                    form.faults().isEmpty()
                            ? List.of(new Fault("pool", "There is no such pool (" + pool + ")."))
                            : form.faults());
        }
        HoldWish wish = new HoldWish(
                PoolId.of(pool),
                unit,
                form.orNull("spot"),
                slot,
                amount,
                person,
                purpose,
                now.plus(Duration.ofMinutes(minutes)),
                partner);
        return new Said(holds.place(UUID.randomUUID().toString(), wish, user.actor(), once));
    }

    private boolean isHours(String pool) {
        return place.poolGroups().stream().anyMatch(g -> g.id().value().equals(pool) && g.kind() == PoolKind.HOURS);
    }

    /** A person by their id or NHS number. */
    private String person(Form form, String field) {
        String given = form.need(field, "Say for whom: their NHS number, or their id in Homeward.");
        Optional<String> known = persons.find(given);
        if (!given.isEmpty() && known.isEmpty()) {
            form.fault(field, "Nobody with this number or id is known here. Register them first.");
        }
        return known.orElse("");
    }

    Told tell(String hold, String word, Fields fields, User user, @Nullable String once) {
        Form form = new Form(fields, place.zone(), time.instant());
        String note = form.may(fields.has("reason") ? "reason" : "note");
        if (!form.faults().isEmpty()) {
            return new Faulty(form.faults());
        }
        return new Said(
                switch (word) {
                    case "confirm" -> holds.confirm(hold, note, user.actor(), once);
                    case "give-back" -> holds.giveBack(hold, note, user.actor(), once);
                    case "came" -> holds.came(hold, user.actor(), once);
                    case "left" -> holds.left(hold, note, user.actor(), once);
                    default ->
                        throw new ResponseStatusException(
                                HttpStatus.NOT_FOUND,
                                "there is no such command (" + word + "). Maybe: one of " + WORDS);
                });
    }
}
