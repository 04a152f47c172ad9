package uk.homeward.server.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.StepId;

/**
 * "What if response reached 90% within 2 hours?": looks for the fewest places of the step's pool with which a promise is
 * kept that often, all else as the draft has it. Each try is two runs of a year, with the same luck.
 */
@Component
class Reaching {

    private static final int RUNS = 2;
    private static final int MOST_TIMES = 4;

    private final PathwaySource source;
    private final Bases bases;
    private final ScenarioDesk desk;

    Reaching(PathwaySource source, Bases bases, ScenarioDesk desk) {
        this.source = source;
        this.bases = bases;
        this.desk = desk;
    }

    /**
     * The draft with the places that were found.
     *
     * @param words what was found or why it cannot be reached; empty if nothing was asked
     */
    record Answer(Draft draft, String words) {}

    Answer of(Map<String, String> form, Draft draft, List<String> faults) {
        for (Standard standard : source.pathway().standards().values()) {
            String asked = form.getOrDefault("reach." + standard.id(), "").strip();
            if (!asked.isEmpty()) {
                return of(standard, asked, form.getOrDefault("from", ""), draft, faults);
            }
        }
        return new Answer(draft, "");
    }

    private Answer of(Standard standard, String asked, String day, Draft draft, List<String> faults) {
        try {
            double wanted = Double.parseDouble(asked.replace("%", "")) / 100;
            LocalDate from = day.isBlank() ? null : LocalDate.parse(day.strip());
            if (wanted > 0 && wanted < 1) {
                return search(standard, wanted, from, draft);
            }
        } catch (NumberFormatException | DateTimeException e) {
            // told below, as what is no share is
        }
        faults.add("This cannot be reached (" + asked + "). Write a share such as 90, and a day such as 2026-12-01.");
        return new Answer(draft, "");
    }

    private Answer search(Standard standard, double wanted, @Nullable LocalDate from, Draft draft) {
        Optional<PoolId> pool = pool(standard);
        if (pool.isEmpty()) {
            return new Answer(draft, "No places limit this promise.");
        }
        Base base = bases.now(desk.now());
        int now = base.places().getOrDefault(pool.get(), (int)
                Math.round(source.pathway().get(pool.get()).capacity()));
        int low = now / MOST_TIMES;
        int high = MOST_TIMES * now;
        double most = met(standard, pool.get(), high, draft, base);
        if (most < wanted) {
            return new Answer(
                    draft,
                    String.format(
                            Locale.UK,
                            "More places alone do not reach it: with %,d of them %s is kept for %.0f%%. What keeps"
                                    + " people waiting is not room: try shorter arranging, longer hours, or fewer people.",
                            high,
                            standard.title(),
                            100 * most));
        }
        while (high - low > Math.max(1, now / 200)) {
            int middle = (low + high) / 2;
            if (met(standard, pool.get(), middle, draft, base) >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return found(standard, wanted, new Change.Places(pool.get(), high, from), now, draft);
    }

    private Answer found(Standard standard, double wanted, Change.Places places, int now, Draft draft) {
        List<Change> all = new ArrayList<>(draft.changes());
        all.removeIf(c -> c.subject().equals(places.subject()));
        all.add(places);
        String words = String.format(
                Locale.UK,
                "%s: %.0f%% is reached with %,d places of %s; there are %,d now. They stand in the scenario.",
                standard.title(),
                100 * wanted,
                places.places(),
                source.pathway().get(places.pool()).title().toLowerCase(Locale.UK),
                now);
        return new Answer(new Draft(draft.title(), all), words);
    }

    private Optional<PoolId> pool(Standard standard) {
        String step = standard.to().subject();
        return step == null
                ? Optional.empty()
                : source.pathway()
                        .find(StepId.of(step))
                        .flatMap(s -> s.occupies().keySet().stream().findFirst());
    }

    /** The share of clocks that are met over a year that begins with these places. */
    private double met(Standard standard, PoolId pool, int places, Draft draft, Base base) {
        List<Change> changes = new ArrayList<>(draft.changes());
        changes.removeIf(c -> c instanceof Change.Places p && p.pool().equals(pool));
        changes.add(new Change.Places(pool, places, null));
        String text = ScenarioText.of("reach", "Reach", changes, source.pathway(), base, source.text());
        Findings found = ScenarioRun.of(Scenario.parse("reach.yaml", text)).play(RUNS, 1, RUNS, Listener.NONE);
        return found.standard(standard.id().value()).met().mean();
    }
}
