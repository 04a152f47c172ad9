package uk.homeward.server.assessment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;

/** How often people are assessed and asked, without names. */
@Component
public class AssessmentFigures {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    AssessmentFigures(JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /**
     * One month of the place's own time.
     *
     * @param people who were assessed in it
     * @param each how many assessments they had on average in the 91 days up to their last one in the month
     * @param most the most that one of them had
     * @param assessments completed in the month
     * @param spared how often another side relied on an assessment instead of making one
     * @param asked questions asked for them, of which {@code again} although the answer was known and valid
     * @param filled answers that stood in them without being asked
     */
    public record Month(
            LocalDate month,
            int people,
            double each,
            int most,
            int assessments,
            int spared,
            int asked,
            int again,
            int filled,
            int challenged,
            int flawed) {

        /** Of the questions asked, the share that was asked again, in percent; 0 where none was asked. */
        public double shareAgain() {
            return asked == 0 ? 0 : 100.0 * again / asked;
        }
    }

    /** The months in which anybody was assessed, the oldest first. */
    List<Month> months() {
        return jdbc.query(
                """
                with made as (
                    select a.id, coalesce(p.merged_into, a.person) as person, a.completed_at, a.answers,
                           date_trunc('month', a.completed_at at time zone ?)::date as month,
                           a.asked_new + a.asked_outdated + a.asked_again as asked, a.asked_again as again
                    from assessment a left join person p on p.place = a.place and p.id = a.person
                    where a.place = ? and a.completed_at is not null),
                last as (select person, month, max(completed_at) as at from made group by person, month),
                each as (
                    select month, person, (select count(*) from made m where m.person = last.person
                        and m.completed_at <= last.at and m.completed_at > last.at - interval '91 days') as had
                    from last),
                people as (select month, count(*) as people, avg(had) as each, max(had) as most from each group by month),
                sums as (
                    select month, count(*) as assessments, sum(asked) as asked, sum(again) as again,
                           sum(greatest(answers - asked, 0)) as filled
                    from made group by month),
                relied as (
                    select date_trunc('month', relied_at at time zone ?)::date as month, count(*) as spared
                    from assessment_trust where place = ? and relied_at is not null group by 1),
                challenges as (
                    select date_trunc('month', at at time zone ?)::date as month, count(*) as challenged,
                           count(*) filter (where upheld) as flawed
                    from assessment_challenge where place = ? group by 1)
                select month, people, each, most, assessments, coalesce(spared, 0) as spared, asked, again, filled,
                       coalesce(challenged, 0) as challenged, coalesce(flawed, 0) as flawed
                from people join sums using (month) left join relied using (month) left join challenges using (month)
                order by month
                """,
                (row, n) -> new Month(
                        row.getObject("month", LocalDate.class),
                        row.getInt("people"),
                        row.getDouble("each"),
                        row.getInt("most"),
                        row.getInt("assessments"),
                        row.getInt("spared"),
                        row.getInt("asked"),
                        row.getInt("again"),
                        row.getInt("filled"),
                        row.getInt("challenged"),
                        row.getInt("flawed")),
                place.zone().getId(),
                key.value(),
                place.zone().getId(),
                key.value(),
                place.zone().getId(),
                key.value());
    }

    /** How an agreement was used: assessments it gave on, relied on, challenged by its receiver, and judged flawed. */
    public record Use(int trusted, int relied, int challenged, int flawed) {

        public static final Use NONE = new Use(0, 0, 0, 0);
    }

    /** By the agreement's id; one that was never used is not there. */
    Map<String, Use> byAgreement() {
        Map<String, Use> use = new LinkedHashMap<>();
        jdbc.query(
                """
                select t.agreement, count(*), count(t.relied_at),
                       count(*) filter (where exists (select 1 from assessment_challenge c where c.place = t.place
                           and c.assessment = t.assessment and c.organisation = t.organisation)),
                       count(*) filter (where exists (select 1 from assessment_challenge c where c.place = t.place
                           and c.assessment = t.assessment and c.organisation = t.organisation and c.upheld))
                from assessment_trust t where t.place = ? group by t.agreement
                """,
                row -> {
                    use.put(row.getString(1), new Use(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
                },
                key.value());
        return use;
    }

    /**
     * An assessment that waits for its organisation; the person is named by id only, and their page keeps who looked.
     *
     * @param note what the receiving side says of one that is challenged
     */
    public record Waiting(
            String id, String person, String form, String state, String by, java.time.Instant at, String note) {}

    /** What waits for an organisation: challenges first, then the forms that are being filled, the oldest first. */
    List<Waiting> waiting(String organisation) {
        return jdbc.query(
                """
                select id, person, form, state, by_name, begun_at, note from assessment
                where place = ? and organisation = ? and state in ('OPEN', 'CHALLENGED')
                order by state, begun_at limit 200
                """,
                (row, n) -> new Waiting(
                        row.getString("id"),
                        row.getString("person"),
                        row.getString("form"),
                        row.getString("state"),
                        row.getString("by_name"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getString("note")),
                key.value(),
                organisation);
    }
}
