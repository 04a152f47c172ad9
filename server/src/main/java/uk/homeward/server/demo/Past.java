package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;

/** Makes up the days before now: the autopilot plays them in memory, and what happens is handed on to be written. */
final class Past {

    /** Days that are told. */
    static final int DAYS = 90;
    /** Days that are played before, so that the places are as full as they would be, and checks after 91 days come. */
    static final int BEFORE = 70;

    private final Cast cast;
    private final Arriving arriving;
    private final Folk folk;
    private final Rehearsal rehearsal;
    private final Autopilot autopilot;
    private final Instant now;
    private final int days;

    Past(Place place, Calendar calendar, Cast cast, Arriving arriving, Folk folk, Instant now, int days) {
        this.cast = cast;
        this.arriving = arriving;
        this.folk = folk;
        this.now = now;
        this.days = days;
        this.rehearsal = new Rehearsal(cast.pathway(), calendar, UnitCounts.of(place));
        this.autopilot = new Autopilot(rehearsal, cast, arriving, folk);
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    /** When the told days begin. */
    Instant start() {
        return now.minus(days, ChronoUnit.DAYS);
    }

    /** Plays the days that are not told. */
    void warmUp(BooleanSupplier stopped) {
        Instant begin = start().minus(BEFORE, ChronoUnit.DAYS);
        autopilot.begin(begin);
        for (int day = 1; day <= BEFORE; day++) {
            autopilot.until(begin.plus(day, ChronoUnit.DAYS));
            Stopped.check(stopped);
        }
    }

    /** Plays the days that are told. */
    void play(PastWriter writer, Progress progress, BooleanSupplier stopped) {
        List<Journey> over = new ArrayList<>();
        rehearsal.record(over::add, this::goesOn, folk);
        writer.day(rehearsal.takeTold());
        for (int day = 1; day <= days; day++) {
            Stopped.check(stopped);
            autopilot.until(start().plus(day, ChronoUnit.DAYS));
            writer.day(rehearsal.takeTold());
            rehearsal.release(journey -> !goesOn(journey));
            writer.ended(over);
            over.clear();
            if (day % 10 == 0) {
                progress.days(day, days);
            }
        }
        writer.ended(List.copyOf(rehearsal.journeys()));
        writer.facts(rehearsal.facts());
        writer.end();
    }

    /** True for a journey on which something is still to happen. */
    private boolean goesOn(Journey journey) {
        return journey.state().isOpen() || cast.script().next(journey).isPresent();
    }

    Duration told() {
        return Duration.ofDays(days);
    }

    Arriving arriving() {
        return arriving;
    }
}
