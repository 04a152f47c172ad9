package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** Makes scenarios from drafts and has them played. */
@Component
class ScenarioDesk {

    static final int RUNS = 20;
    private static final long SEED = 1;
    private static final int LONGEST_TITLE = 120;
    private static final long QUICK_MS = 1_900;

    private final Scenarios scenarios;
    private final PlayingScenarios playing;
    private final PathwaySource source;
    private final Bases bases;
    private final PlaceTime time;

    ScenarioDesk(Scenarios scenarios, PlayingScenarios playing, PathwaySource source, Bases bases, PlaceTime time) {
        this.scenarios = scenarios;
        this.playing = playing;
        this.source = source;
        this.bases = bases;
        this.time = time;
    }

    /** Saves the draft and plays it; returns its id once it is done or about two seconds have passed. */
    String play(Draft draft, User user) {
        String id = UUID.randomUUID().toString();
        Base base = bases.now(time.instant());
        String title = title(draft);
        SavedScenario saved = new SavedScenario(
                id,
                title,
                user.id(),
                user.name(),
                false,
                time.instant(),
                draft.codes(),
                ScenarioText.of("plan", title, draft.changes(), source.pathway(), base, source.text()),
                ScenarioText.of("as-it-is", "As it is", List.of(), source.pathway(), base, source.text()),
                RUNS,
                SEED,
                0,
                null,
                null,
                null);
        scenarios.add(saved);
        playing.start(saved);
        playing.await(id, QUICK_MS);
        return id;
    }

    private String title(Draft draft) {
        String title = draft.title().strip();
        if (title.isEmpty()) {
            title = draft.changes().isEmpty()
                    ? "As it is"
                    : draft.changes().getFirst().words(source.pathway());
        }
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    /** The day from which a scenario counts, read back from its file. */
    static LocalDate day(SavedScenario saved) {
        Optional<String> start =
                saved.yaml().lines().filter(l -> l.startsWith("start: ")).findFirst();
        return LocalDate.parse(start.orElseThrow().substring("start: ".length()))
                .plusDays(ScenarioText.WARM_UP_DAYS);
    }

    Instant now() {
        return time.instant();
    }
}
