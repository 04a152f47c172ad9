package uk.homeward.server.planning;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;

/** The place as it is, played for the year from today: where will it pinch? Kept while the place's numbers stay the same. */
@Component
class YearAsItIs {

    private static final int RUNS = 6;

    private final PathwaySource source;
    private @Nullable Kept kept;

    YearAsItIs(PathwaySource source) {
        this.source = source;
    }

    private record Kept(String text, List<YearPinch> pinches) {}

    /** How full each pool will be, the tightest first. */
    synchronized List<YearPinch> pinches(Base base) {
        String text = ScenarioText.of("as-it-is", "As it is", List.of(), source.pathway(), base, source.text());
        Kept known = kept;
        if (known == null || !known.text().equals(text)) {
            int threads = Runtime.getRuntime().availableProcessors();
            Findings found =
                    ScenarioRun.of(Scenario.parse("as-it-is.yaml", text)).play(RUNS, 1, threads, Listener.NONE);
            LocalDateTime start =
                    base.day().minusDays(ScenarioText.WARM_UP_DAYS).atStartOfDay();
            known = new Kept(text, YearPinch.of(source.pathway(), found, start));
            kept = known;
        }
        return known.pinches();
    }
}
