package uk.homeward.server.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Escalation;
import uk.homeward.journey.capacity.Escalation.Reading;
import uk.homeward.journey.capacity.EscalationPlan;
import uk.homeward.journey.capacity.EscalationPlan.Indicator;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** The pressure on the place: reads the indicators and tells the level that the rule finds. */
@Component
public class Pressure {

    private final EscalationPlan plan;
    private final UnitsNow units;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    Pressure(EscalationPlan plan, UnitsNow units, Ledger ledger, JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.plan = plan;
        this.units = units;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** The level that holds, since when and why; level 1 while none was told. */
    public Escalation now() {
        return Escalation.of(ledger.history(Subject.escalation()));
    }

    public EscalationPlan plan() {
        return plan;
    }

    /** What each indicator shows now. */
    List<Reading> readings() {
        return plan.indicators().stream().map(i -> new Reading(i, value(i))).toList();
    }

    /** Looks at the indicators, and tells the level if it changed. */
    void look() {
        Instant now = time.instant();
        Escalation.Judged judged = Escalation.judge(plan, readings());
        if (now().follows(judged, plan, now).isPresent()) {
            ledger.tell(
                    Subject.escalation(),
                    now,
                    Actor.system("escalation", place.value()),
                    null,
                    before -> Escalation.of(before)
                            .follows(judged, plan, now)
                            .<Verdict>map(Verdict::done)
                            .orElseGet(Verdict::done));
        }
    }

    private double value(Indicator indicator) {
        return switch (indicator.reads()) {
            case OCCUPANCY -> occupancy(PoolId.of(indicator.pool()));
            case READY -> ready(Duration.ZERO);
            case READY_WEEK -> ready(Duration.ofDays(7));
            case WAITING ->
                count("select count(*) from journey where place = ? and state = 'WAITING' and ended_at is null");
            case LATE ->
                count(
                        "select count(*) from clock where place = ? and stopped_at is null and deadline < ?",
                        HoldsRead.at(time.instant()));
        };
    }

    /** One decimal; not a number where the pool has nothing that can be used. */
    private double occupancy(PoolId pool) {
        List<UnitLine> all = units.ofPool(pool);
        double usable = all.stream()
                .mapToDouble(u -> u.room().capacity() - u.room().outOfService())
                .sum();
        double used = all.stream()
                .mapToDouble(u -> u.room().taken() + u.room().held() + u.room().cleaning())
                .sum();
        return usable <= 0 ? Double.NaN : Math.round(1000 * used / usable) / 10.0;
    }

    private double ready(Duration atLeast) {
        return count("""
            select count(*) from flow f join spell s on s.place = f.place and s.id = f.stay
            where f.place = ? and s.discharged_at is null and s.state = 'ADMITTED' and f.left_at is null
              and f.ready_since <= ?
            """, HoldsRead.at(time.instant().minus(atLeast)));
    }

    private double count(String sql, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = place.value();
        System.arraycopy(more, 0, all, 1, more.length);
        Long count = jdbc.queryForObject(sql, Long.class, all);
        return count == null ? 0 : count;
    }

    /** A change of level. */
    public record Changed(int level, int before, List<String> reasons, Instant at) {
        public Changed {
            reasons = List.copyOf(reasons);
        }
    }

    List<Changed> history() {
        return jdbc.query(
                "select level, before, reasons, at from escalation where place = ? order by number desc limit 50",
                (row, n) -> new Changed(
                        row.getInt(1),
                        row.getInt(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                place.value());
    }
}
