package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneForecast;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneReached;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;

/** A point on the way of a programme: when it was planned, when it is expected, when it was reached. */
public record Milestone(
        MilestoneSet set,
        @Nullable MilestoneForecast forecast,
        @Nullable MilestoneReached reachedBy) {

    public String id() {
        return set.milestone();
    }

    public String title() {
        return set.title();
    }

    public @Nullable LocalDate planned() {
        return set.planned();
    }

    public @Nullable LocalDate expected() {
        return forecast == null ? null : forecast.day();
    }

    public @Nullable LocalDate reached() {
        return reachedBy == null ? null : reachedBy.day();
    }

    public List<String> after() {
        return set.after();
    }

    /** The best that is known: when it was reached, else when it is expected, else when it was planned. */
    public @Nullable LocalDate day() {
        LocalDate reached = reached();
        LocalDate expected = expected();
        return reached != null ? reached : expected != null ? expected : planned();
    }

    /** True where its day has gone, not longer than a year ago, and nobody has said that it was reached. */
    public boolean isOverdue(LocalDate today) {
        return hasGone(today) && !isHistoric(today);
    }

    /**
     * True where its day went more than a year ago and nobody has said what became of it: it belongs to the document that
     * planned it, and is no longer waited for.
     */
    public boolean isHistoric(LocalDate today) {
        return hasGone(today.minusYears(1));
    }

    private boolean hasGone(LocalDate today) {
        LocalDate day = day();
        return reachedBy == null && day != null && day.isBefore(today);
    }

    /** True where it is reached, or expected, after the day for which it was planned. */
    public boolean isLate() {
        LocalDate day = day();
        return planned() != null && day != null && day.isAfter(planned());
    }
}
