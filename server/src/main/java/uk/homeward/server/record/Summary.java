package uk.homeward.server.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.person.PersonRecord;

/**
 * Everything that the summary of a person shows.
 *
 * @param told decisions that other systems tell of and that do not fit what holds here, in plain words
 * @param since when this user last looked; null if they never did
 * @param changes what was told since then, newest first
 */
public record Summary(
        PersonRecord record,
        Decisions decisions,
        List<String> told,
        List<Line> alerts,
        List<Line> allergies,
        List<Line> problems,
        List<Line> pastProblems,
        List<Line> medicines,
        List<Contact> contacts,
        List<Trend> results,
        List<Line> carers,
        List<Clock> clocks,
        Map<String, Source> sources,
        @Nullable Instant since,
        List<Change> changes) {

    public Summary {
        told = List.copyOf(told);
        alerts = List.copyOf(alerts);
        allergies = List.copyOf(allergies);
        problems = List.copyOf(problems);
        pastProblems = List.copyOf(pastProblems);
        medicines = List.copyOf(medicines);
        contacts = List.copyOf(contacts);
        results = List.copyOf(results);
        carers = List.copyOf(carers);
        clocks = List.copyOf(clocks);
        changes = List.copyOf(changes);
    }

    /**
     * Where facts came from.
     *
     * @param newestHere when it last told something of this person
     * @param lastTold when it last told anything of anybody
     * @param stale true if it has fallen silent
     */
    public record Source(String name, Instant newestHere, Instant lastTold, boolean stale) {}

    /** A contact of the person with any service. */
    public record Contact(Instant at, String what, String where, String source) {}

    /** A promise that is running now. */
    public record Clock(String title, @Nullable Instant due, boolean late) {}

    /** Something that was told. */
    public record Change(Instant told, String by, String what) {}

    public List<Source> stale() {
        return sources.values().stream().filter(Source::stale).toList();
    }

    /** True if everybody who told this has fallen silent. */
    public boolean isStale(Line line) {
        return line.facts().stream().allMatch(f -> {
            Source source = sources.get(f.source());
            return source != null && source.stale();
        });
    }

    /** Every line on which sources contradict each other. */
    public long contradictions() {
        return told.size()
                + java.util.stream.Stream.of(alerts, allergies, problems, medicines)
                        .flatMap(Collection::stream)
                        .filter(l -> !l.contradiction().isBlank())
                        .count();
    }
}
