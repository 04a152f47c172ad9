package uk.homeward.server.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.programme.Risk;
import uk.homeward.server.measures.Reading;

/** Everything that the page of a risk shows. */
public record RiskView(
        Risk risk,
        AsOf asOf,
        ZoneId zone,
        String programme,
        List<Watched> watched,
        List<Told> history,
        Lists lists,
        boolean mayEdit) {

    /** A measure that shows whether the risk is coming; {@code reading} is null where it has no figures. */
    public record Watched(Measure measure, @Nullable Reading reading) {}

    /** What can be chosen in forms: programmes by their ids, organisations, measures. */
    public record Lists(Map<String, String> programmes, List<Organisation> organisations, List<Measure> measures) {

        /** The title of an organisation, or what was written where it is none of the place. */
        public String organisation(String id) {
            return organisations.stream()
                    .filter(o -> o.id().value().equals(id))
                    .findFirst()
                    .map(Organisation::title)
                    .orElse(id);
        }
    }

    public Optional<LocalDate> due() {
        return risk.due(zone);
    }

    public long late() {
        return Math.max(0, risk.late(asOf.day(), zone));
    }

    /** The usual day of the next review, to start the form with. */
    public LocalDate next() {
        int every = risk.described().reviewEvery();
        return asOf.day().plusDays(every == 0 ? 28 : every);
    }
}
