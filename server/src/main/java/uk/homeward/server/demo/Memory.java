package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.server.journal.PlaceKey;

/** What the demo's life reads from the database when it begins or goes on. */
final class Memory {

    private static final Duration LOOK_BACK = Duration.ofHours(24);

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Memory(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** How many made-up people are registered. */
    int people() {
        Integer count = jdbc.queryForObject(
                "select count(*) from person where place = ? and id ~ '^s[0-9]{6}$'", Integer.class, place.value());
        return count == null ? 0 : count;
    }

    /** When the history of care begins; empty while nothing is written. Programmes are older. */
    Optional<Instant> begun() {
        return jdbc
                .queryForList(
                        "select occurred_at from event where place = ? and subject_kind in ('POOL', 'PERSON')"
                                + " order by position limit 1",
                        OffsetDateTime.class,
                        place.value())
                .stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** True if the past has been written. */
    boolean hasPast() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from event where place = ? and subject_kind = 'JOURNEY'"
                        + " and actor_user = 'system:autopilot')",
                Boolean.class,
                place.value()));
    }

    /** The people, in the order of their numbers; who has died, and whom the teams know. */
    Folk folk() {
        Folk folk = new Folk();
        Map<String, String> words = new HashMap<>();
        jdbc.query(
                """
                select id, given, family, sex, locality, frailty, lives_alone, dementia, residence, language, died_at,
                    matters
                from person where place = ? and id ~ '^s[0-9]{6}$' order by id
                """,
                row -> {
                    Somebody somebody = new Somebody(
                            row.getString("id"),
                            words.computeIfAbsent(row.getString("given"), w -> w),
                            words.computeIfAbsent(row.getString("family"), w -> w),
                            row.getString("sex").equals("female"),
                            words.computeIfAbsent(row.getString("locality"), w -> w),
                            band(row.getInt("frailty")),
                            row.getBoolean("lives_alone"),
                            row.getBoolean("dementia"),
                            row.getString("residence").equals("care-home"),
                            words.computeIfAbsent(row.getString("language"), w -> w));
                    folk.add(somebody);
                    if (row.getObject("died_at") != null) {
                        folk.died(somebody.id());
                    }
                    if (row.getString("matters") != null) {
                        folk.meets(somebody.id());
                    }
                },
                place.value());
        return folk;
    }

    /** The band beside which people.yaml lays a value of the clinical scale. */
    private static FrailtyBand band(int clinical) {
        if (clinical <= 3) {
            return FrailtyBand.FIT;
        }
        return clinical <= 5 ? FrailtyBand.MILD : clinical == 6 ? FrailtyBand.MODERATE : FrailtyBand.SEVERE;
    }

    /**
     * Hands the autopilot every journey that goes on, checks that are due later, those who will come back, and those who
     * should have come within the last day but of whom nobody was told before the server stopped.
     */
    void remind(Autopilot autopilot, Arriving arriving, Folk folk, Instant now) {
        Instant lookedBackTo = now.minus(LOOK_BACK);
        Set<String> came = came(lookedBackTo);
        arriving.between(lookedBackTo, now).stream()
                .filter(arrival -> !came.contains(arrival.journey()))
                .forEach(autopilot::expect);
        jdbc.query(
                "select id, person from journey where place = ? and ended_at is null order by opened_at",
                row -> {
                    folk.setsOut(row.getString(2));
                    autopilot.look(row.getString(1), now);
                },
                place.value());
        jdbc.query(
                """
                select t.journey, min(t.due_at) from task t
                join journey j on j.place = t.place and j.id = t.journey
                where t.place = ? and t.kind = 'FOLLOW_UP' and j.ended_at is not null and not j.by_hand
                group by t.journey
                """,
                row -> {
                    autopilot.look(row.getString(1), instant(row.getObject(2, OffsetDateTime.class)));
                },
                place.value());
        jdbc.query(
                "select id, person, at, ended_at from journey where place = ? and state = 'ENDED' and not by_hand",
                row -> {
                    ExitId exit = ExitId.of(row.getString(3));
                    String person = row.getString(2);
                    String frailty = folk.find(person)
                            .map(s -> s.band().name().toLowerCase(java.util.Locale.ROOT))
                            .orElse("");
                    arriving.comesBack(
                                    row.getString(1),
                                    person,
                                    exit,
                                    instant(row.getObject(4, OffsetDateTime.class)),
                                    frailty)
                            .filter(arrival -> arrival.at().isAfter(now)
                                    || arrival.at().isAfter(lookedBackTo) && !came.contains(arrival.journey()))
                            .ifPresent(autopilot::expect);
                },
                place.value());
    }

    /** The arrivals since then: by the journeys that were opened, and the visits of which hospitals told. */
    private Set<String> came(Instant since) {
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        Set<String> came = new HashSet<>(jdbc.queryForList(
                "select id from journey where place = ? and opened_at >= ?", String.class, place.value(), from));
        came.addAll(jdbc.queryForList(
                "select substr(visit, 3) from spell where place = ? and visit like 'D-%' and arrived_at >= ?",
                String.class, place.value(), from));
        return came;
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
