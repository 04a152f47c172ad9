package uk.homeward.server.capacity;

import java.util.List;
import uk.homeward.server.web.Fault;

/** What the page says after a form was sent. */
public record UnitReply(String done, List<Fault> faults) {

    static final UnitReply NONE = new UnitReply("", List.of());

    public UnitReply {
        faults = List.copyOf(faults);
    }

    static UnitReply of(UnitTold told, CapacityWords words) {
        return switch (told) {
            case UnitTold.Done(UnitsNow.UnitLine unit) ->
                new UnitReply(
                        "Kept. " + unit.title() + ": " + words.of(unit.room().free(), unit.pool()) + " free.",
                        List.of());
            case UnitTold.Refused(String code, String why) -> new UnitReply("", List.of(new Fault("", why)));
            case UnitTold.Faulty(List<Fault> faults) -> new UnitReply("", faults);
        };
    }

    static UnitReply of(HoldTold told, CapacityWords words) {
        return switch (told) {
            case HoldTold.Done(var hold) ->
                new UnitReply(
                        switch (hold.state()) {
                            case HELD ->
                                "Held until "
                                        + words.times().moment(hold.asked().expiresAt()) + ".";
                            case CONFIRMED -> "Confirmed. The place is theirs.";
                            case THERE -> "Kept: the person is there.";
                            case TAKEN -> "Kept: the person began there.";
                            case GIVEN_BACK -> "Given back.";
                            case EXPIRED -> "The hold had run out.";
                            case LEFT -> "Kept: the person has left.";
                        },
                        List.of());
            case HoldTold.Refused(String code, String why) -> new UnitReply("", List.of(new Fault("", why)));
        };
    }
}
