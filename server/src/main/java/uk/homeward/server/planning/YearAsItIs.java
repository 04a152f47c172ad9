package uk.homeward.server.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;

/** The place as it is, played for the year from today: where will it pinch? */
@Component
class YearAsItIs {

    private static final int RUNS = 6;

    private final PathwaySource source;
    private final YearRuns years;

    YearAsItIs(PathwaySource source, YearRuns years) {
        this.source = source;
        this.years = years;
    }

    /** The run, which may have been played already. */
    YearRuns.Year year(Base base) {
        return years.of(
                ScenarioText.of("as-it-is", "As it is", List.of(), source.pathway(), base, source.text()), RUNS);
    }

    /** How full each pool will be, the tightest first. */
    List<YearPinch> pinches(Findings found, LocalDate day) {
        LocalDateTime start = day.minusDays(ScenarioText.WARM_UP_DAYS).atStartOfDay();
        return YearPinch.of(source.pathway(), found, start);
    }
}
