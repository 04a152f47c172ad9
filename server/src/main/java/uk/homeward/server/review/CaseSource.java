package uk.homeward.server.review;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.foresight.opportunity.CaseSample;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Draws cases by chance from what the journal tells. */
@Repository
public class CaseSource {

    private static final String BED = "Acute bed";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final CaseNotes notes;

    CaseSource(JdbcTemplate jdbc, PlaceKey place, PlaceTime time, CaseNotes notes) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
        this.notes = notes;
    }

    /** Cases with names of their own, in the order drawn; the same cohort, seed and journal give the same. */
    public List<Case> draw(Cohort cohort, int days, int number, long seed) {
        List<String> drawn = CaseSample.draw(ids(cohort, days), number, new SplittableRandom(seed));
        List<Case> cases = new ArrayList<>();
        for (String subject : drawn) {
            String id = String.format(Locale.ROOT, "c%02d", cases.size() + 1);
            String setting = cohort.kind().equals("stay") ? BED : notes.setting(subject);
            cases.add(new Case(id, cohort.kind(), subject, setting, ""));
        }
        return cases;
    }

    private List<String> ids(Cohort cohort, int days) {
        Instant now = time.instant();
        OffsetDateTime from = now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        return switch (cohort) {
            case ENDED ->
                ids("select id from journey where place = ? and accepted and ended_at >= ? order by id", from);
            case DELAYED ->
                ids(
                        "select id from journey where place = ? and ended_at is null and ready_since < ? order by id",
                        now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
            case DISCHARGED ->
                ids(
                        "select id from spell where place = ? and admitted_at is not null and discharged_at >= ?"
                                + " and state = 'LEFT' order by id",
                        from);
            case ADMITTED ->
                ids(
                        "select id from spell where place = ? and admitted_at >= ? and state <> 'CANCELLED' order by"
                                + " id",
                        from);
        };
    }

    private List<String> ids(String sql, OffsetDateTime from) {
        return jdbc.queryForList(sql, String.class, place.value(), from);
    }
}
