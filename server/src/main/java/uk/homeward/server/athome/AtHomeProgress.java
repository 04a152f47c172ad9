package uk.homeward.server.athome;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;

/**
 * What was recorded on journeys in enablement. The journal holds it, so that no second count can disagree; a journey's
 * count is remembered until the journey goes on.
 */
@Component
class AtHomeProgress {

    private static final int REMEMBERED = 10_000;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Cache<String, Counted> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AtHomeProgress(JdbcTemplate jdbc, PlaceKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The count of a journey's events up to this version, and perhaps of some that came since. */
    private record Counted(int version, AtHomeLine.Progress progress) {}

    /** @param versions the journeys, each as it stands */
    Map<String, AtHomeLine.Progress> of(Map<String, Integer> versions) {
        Map<String, AtHomeLine.Progress> known = new HashMap<>();
        List<String> changed = new ArrayList<>();
        versions.forEach((journey, version) -> {
            Counted counted = remembered.getIfPresent(journey);
            if (counted != null && counted.version() == version) {
                known.put(journey, counted.progress());
            } else {
                changed.add(journey);
            }
        });
        if (!changed.isEmpty()) {
            Map<String, AtHomeLine.Progress> read = read(changed);
            for (String journey : changed) {
                AtHomeLine.Progress progress = read.getOrDefault(journey, AtHomeLine.Progress.NONE);
                remembered.put(journey, new Counted(versions.getOrDefault(journey, 0), progress));
                known.put(journey, progress);
            }
        }
        return known;
    }

    private Map<String, AtHomeLine.Progress> read(List<String> journeys) {
        Map<String, AtHomeLine.Progress> read = new HashMap<>();
        jdbc.query(
                """
                with told as (
                    select subject_id, sequence, type, occurred_at, payload::jsonb as told from event
                    where place = ? and subject_kind = 'JOURNEY' and subject_id = any(?)
                      and type in ('VisitPlanned', 'VisitMade', 'VisitMissed', 'GoalSet', 'GoalReviewed', 'OutcomeMeasured')
                ), last_review as (
                    select distinct on (subject_id, told ->> 'goal') subject_id, cast(told ->> 'progress' as int) as progress
                    from told where type = 'GoalReviewed' order by subject_id, told ->> 'goal', sequence desc
                )
                select subject_id, count(*) filter (where type = 'VisitPlanned') as planned,
                    count(*) filter (where type = 'VisitMade') as made,
                    count(*) filter (where type = 'VisitMissed') as missed,
                    count(*) filter (where type = 'GoalSet') as goals,
                    max(occurred_at) filter (where type in ('GoalSet', 'GoalReviewed')) as reviewed,
                    (select avg(progress) from last_review r where r.subject_id = told.subject_id) as progress,
                    (array_agg((told ->> 'scale') || ' ' || (told ->> 'score') order by sequence)
                        filter (where type = 'OutcomeMeasured' and told ->> 'when' = 'START'))[1] as start_score,
                    (array_agg((told ->> 'scale') || ' ' || (told ->> 'score') order by sequence desc)
                        filter (where type = 'OutcomeMeasured' and told ->> 'when' = 'END'))[1] as end_score
                from told group by subject_id
                """,
                row -> {
                    read.put(
                            row.getString("subject_id"),
                            new AtHomeLine.Progress(
                                    row.getInt("planned"),
                                    row.getInt("made"),
                                    row.getInt("missed"),
                                    row.getInt("goals"),
                                    row.getObject("progress") == null ? null : row.getDouble("progress"),
                                    AtHomeList.orNull(row, "reviewed"),
                                    row.getString("start_score"),
                                    row.getString("end_score")));
                },
                key.value(),
                journeys.toArray(new String[0]));
        return read;
    }
}
