package uk.homeward.insight.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.StepStay;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.DelayCause;

/** The rows of a journey's delays, one for each cause of each. */
final class DelayRows {

    private final Facts facts;
    private final Map<String, DelayCause> causes;
    private final Journey journey;
    private final List<StepStay> stays;

    DelayRows(Facts facts, Map<String, DelayCause> causes, Journey journey) {
        this.facts = facts;
        this.causes = causes;
        this.journey = journey;
        this.stays = journey.stays();
    }

    void addTo(JourneyColumns columns) {
        int number = 0;
        for (Delay delay : journey.delays()) {
            number++;
            Optional<StepStay> before = stays.stream()
                    .filter(s -> s.completedAt() != null && !s.completedAt().isAfter(delay.since()))
                    .reduce((earlier, later) -> later);
            for (int link = 1; link <= delay.causes().size(); link++) {
                FactRow row = columns.row(FactTable.DELAYS).put("number", number);
                columns.add(FactTable.DELAYS, fill(row, link, delay, before));
            }
        }
    }

    private FactRow fill(FactRow row, int link, Delay delay, Optional<StepStay> before) {
        Delay.Cause cause = delay.causes().get(link - 1);
        boolean last = link == delay.causes().size();
        Instant until = last ? delay.until() : delay.causes().get(link).from();
        Optional<DelayCause> known = Optional.ofNullable(causes.get(cause.cause()));
        return row.put("link", link)
                .put("last_link", last)
                .put("step", keeps(delay, before))
                .put("setting", before.map(this::setting).orElse(Step.Setting.HOME))
                .put(
                        "waits_for",
                        delay.waitsFor() == null ? null : delay.waitsFor().value())
                .put("cause", cause.cause())
                .put("side", known.map(DelayCause::owner).orElse(null))
                .put("reason_group", known.map(DelayCause::nationalGroup).orElse(null))
                .day("delayed_since_on", delay.since(), facts.zone())
                .put("from_at", cause.from())
                .day("from_on", cause.from(), facts.zone())
                .put("until_at", until)
                .day("until_on", until, facts.zone());
    }

    /** The step whose place the person keeps meanwhile. */
    private static @Nullable String keeps(Delay delay, Optional<StepStay> before) {
        return before.filter(s -> !delay.since().equals(s.leftAt()))
                .map(s -> s.step().value())
                .orElse(null);
    }

    private Step.Setting setting(StepStay stay) {
        Step.Setting setting = journey.pathway().get(stay.step()).setting();
        return setting == Step.Setting.DESK ? Step.Setting.HOME : setting;
    }
}
