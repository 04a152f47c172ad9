package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest forecast's chance that a pool has no place left, day by day; for boards outside of planning. */
@Component
public class RunningOut {

    private final ForecastDesk desk;

    RunningOut(ForecastDesk desk) {
        this.desk = desk;
    }

    /**
     * What the newest forecast says.
     *
     * @param days the days ahead
     * @param chances by pool, one for each day, from 0 to 1
     */
    public record Told(Instant madeAt, List<LocalDate> days, Map<String, List<Double>> chances) {
        public Told {
            days = List.copyOf(days);
            chances = Map.copyOf(chances);
        }
    }

    /** Empty while nothing has been forecast yet. */
    public Optional<Told> findLatest() {
        ForecastDesk.Latest latest = desk.latest();
        return latest == null
                ? Optional.empty()
                : Optional.of(new Told(
                        latest.kept().madeAt(),
                        latest.kept().forecast().days(),
                        latest.kept().forecast().runOut()));
    }
}
