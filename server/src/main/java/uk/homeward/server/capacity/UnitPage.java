package uk.homeward.server.capacity;

import java.time.Instant;
import java.util.List;
import uk.homeward.journey.event.PoolEvent.Offer;
import uk.homeward.journey.place.PoolKind;
import uk.homeward.server.capacity.UnitsNow.UnitLine;

/**
 * A unit with all that is known of it.
 *
 * @param turnaround mean minutes from an empty bed to a ready one; not a number where none was measured
 * @param ahead the forecast of its pool
 * @param history what was told of it, the latest first
 */
public record UnitPage(
        UnitLine unit,
        PoolKind kind,
        List<SpotLine> spots,
        List<Offer> offers,
        List<HoldLine> holds,
        List<OutOfArea> away,
        double turnaround,
        CapacityBoard.Ahead ahead,
        List<Told> history,
        boolean mayChange,
        boolean mayHold) {

    public UnitPage {
        spots = List.copyOf(spots);
        offers = List.copyOf(offers);
        holds = List.copyOf(holds);
        away = List.copyOf(away);
        history = List.copyOf(history);
    }

    /** A line of the history. */
    public record Told(Instant at, String by, String what) {}

    /** Somebody who was placed beyond the place. */
    public record OutOfArea(
            String placement, String person, String where, double kilometres, String reason, Instant since) {}

    /** Beds that people have or that are held, without a word on which of them it is. */
    public long unnamed() {
        long told = spots.stream()
                .filter(s -> switch (s.shows()) {
                    case OCCUPIED, LEAVING, HELD -> true;
                    case FREE, CLEANING, OUT_OF_SERVICE -> false;
                })
                .count();
        return Math.max(0, Math.round(unit.room().taken() + unit.room().held()) - told);
    }

    /** True where hours are counted, not places. */
    public boolean isHours() {
        return kind == PoolKind.HOURS;
    }

    /** True for those who come to people's homes: they say at which times of the day they can. */
    public boolean offersHours() {
        return kind != PoolKind.BEDS;
    }
}
