package uk.homeward.server.hospital;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.Safer;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** The SAFER bundle of a ward today, read from its stays at most once a minute for all who look. */
@Component
class SaferDay {

    private static final long FRESH_NS = 60_000_000_000L;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final FlowDesk flows;
    private final FlowPlace place;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;

    SaferDay(FlowDesk flows, FlowPlace place, PlaceTime time, JdbcTemplate jdbc, PlaceKey key) {
        this.flows = flows;
        this.place = place;
        this.time = time;
        this.jdbc = jdbc;
        this.key = key;
    }

    private record Kept(long at, LocalDate day, Safer safer) {}

    /** @param here everybody who is on the ward now */
    Safer of(String ward, List<StayLine> here) {
        LocalDate today = place.day(time.instant());
        Kept last = kept.get(ward);
        if (last != null && last.day().equals(today) && System.nanoTime() - last.at() < FRESH_NS) {
            return last.safer();
        }
        Safer safer = read(ward, here);
        kept.put(ward, new Kept(System.nanoTime(), today, safer));
        return safer;
    }

    private Safer read(String ward, List<StayLine> here) {
        LocalDate today = place.day(time.instant());
        List<String> stays = new ArrayList<>(here.stream().map(StayLine::stay).toList());
        stays.addAll(jdbc.queryForList(
                "select stay from flow where place = ? and ward = ? and left_at >= ?",
                String.class,
                key.value(),
                ward,
                place.at(today, 0).atOffset(ZoneOffset.UTC)));
        List<Flow> all =
                stays.stream().flatMap(stay -> flows.find(stay).stream()).toList();
        return Safer.of(all, today);
    }
}
