package uk.homeward.server.capacity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.PoolKind;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.journal.Units;
import uk.homeward.server.time.PlaceTime;

/** Reads a unit's page. */
@Component
class UnitPages {

    private static final int TOLD = 20;

    private final UnitsNow units;
    private final CapacityBoard board;
    private final Holds holds;
    private final UnitDesk desk;
    private final Permits permits;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    UnitPages(
            UnitsNow units,
            CapacityBoard board,
            Holds holds,
            UnitDesk desk,
            Permits permits,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time) {
        this.units = units;
        this.board = board;
        this.holds = holds;
        this.desk = desk;
        this.permits = permits;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** The unit, if the user may see it; answers 404 if there is none among theirs. */
    UnitLine get(String pool, String unit, User user) {
        return find(pool, unit, user)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no unit (" + unit + ") of (" + pool + ") among yours"));
    }

    private java.util.Optional<UnitLine> find(String pool, String unit, User user) {
        return pool.matches("[a-z][a-z0-9-]*")
                ? units.find(PoolId.of(pool), unit)
                        .filter(u ->
                                user.role() != Role.PROVIDER || u.organisation().equals(user.organisation()))
                : java.util.Optional.empty();
    }

    UnitPage page(String pool, String unit, User user) {
        UnitLine line = get(pool, unit, user);
        PoolId of = PoolId.of(pool);
        List<SpotLine> spots = spots(line);
        int turnarounds = spots.stream().mapToInt(SpotLine::turnarounds).sum();
        long minutes = spots.stream().mapToLong(SpotLine::turnaroundMinutes).sum();
        return new UnitPage(
                line,
                board.kind(pool),
                spots,
                units.offers(of, unit),
                holds.ofUnit(of, unit),
                away(line),
                turnarounds == 0 ? Double.NaN : minutes / (double) turnarounds,
                board.ahead(pool, user),
                history(of, unit),
                mayChange(user, line),
                user.may(Permission.PLAN));
    }

    PoolKind kind(UnitLine unit) {
        return board.kind(unit.pool());
    }

    boolean mayChange(User user, UnitLine unit) {
        try {
            permits.changeCapacity(user, unit.pool(), unit.unit());
            return true;
        } catch (NotPermitted e) {
            return false;
        }
    }

    private List<SpotLine> spots(UnitLine unit) {
        return jdbc.query(
                """
                select s.spot, s.condition, s.reason, s.since, %s as taken, h.id is not null as held,
                    s.turnarounds, s.turnaround_mins
                from spot s
                left join hold h on h.place = s.place and h.pool = s.pool and h.unit = s.unit and h.spot = s.spot
                    and h.keeps_until > '-infinity' and h.keeps_until > ?
                where s.place = ? and s.pool = ? and s.unit = ? order by s.number
                """.formatted(Units.BED_TAKEN),
                (row, n) -> new SpotLine(
                        row.getString("spot"),
                        PoolEvent.Condition.valueOf(row.getString("condition")),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("taken"),
                        row.getBoolean("held"),
                        row.getInt("turnarounds"),
                        row.getLong("turnaround_mins")),
                HoldsRead.at(time.instant()),
                place.value(),
                unit.pool(),
                unit.unit());
    }

    private List<UnitPage.OutOfArea> away(UnitLine unit) {
        return jdbc.query(
                "select placement, person, elsewhere, kilometres, reason, since from out_of_area"
                        + " where place = ? and pool = ? and unit = ? and ended_at is null order by since",
                (row, n) -> new UnitPage.OutOfArea(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDouble(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                place.value(),
                unit.pool(),
                unit.unit());
    }

    private List<UnitPage.Told> history(PoolId pool, String unit) {
        List<Recorded<PoolEvent>> all = desk.history(pool, unit);
        return all.reversed().stream()
                .limit(TOLD)
                .map(r -> new UnitPage.Told(r.occurredAt(), r.by().name(), sentence(r.event())))
                .toList();
    }

    private static String sentence(PoolEvent event) {
        return switch (event) {
            case PoolEvent.UnitDescribed e -> "Described as " + e.title();
            case PoolEvent.CapacityConfirmed e ->
                number(e.capacity()) + " in all, " + number(e.outOfService()) + " out of service" + because(e.reason());
            case PoolEvent.NothingChanged e -> "Nothing changed";
            case PoolEvent.TakenElsewhere e -> number(e.places()) + " taken by people who are not followed here";
            case PoolEvent.SpotsNamed e -> e.spots().size() + " beds named";
            case PoolEvent.SpotChanged e ->
                "Bed " + e.spot() + ": "
                        + e.condition()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ')
                        + because(e.reason());
            case PoolEvent.HoursOffered e ->
                number(e.offers().stream().mapToDouble(PoolEvent.Offer::hours).sum()) + " hours a week offered";
            case PoolEvent.PlacedOutOfArea e ->
                "Somebody was placed out of area, in " + e.where() + because(e.reason());
            case PoolEvent.OutOfAreaEnded e -> "A placement out of area ended" + because(e.note());
        };
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    Instant now() {
        return time.instant();
    }
}
