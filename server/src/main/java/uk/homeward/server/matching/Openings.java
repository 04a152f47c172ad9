package uk.homeward.server.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderId;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Units;
import uk.homeward.server.time.PlaceTime;

/**
 * The place's providers as they could be had now: their room is what the capacity board says, where an offer that waits for an
 * answer holds a place and an accepted one keeps it.
 */
@Component
public class Openings {

    /** Hours a week that one more person at home usually takes. */
    static final int HOURS_FOR_ONE = 13;

    private final Place places;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    Openings(Place places, JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.places = places;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** Every provider. */
    public List<CareService> all() {
        Map<String, Double> free = free();
        LocalDate today = today();
        return places.providers().stream()
                .map(provider ->
                        service(provider, free.getOrDefault(provider.id().value(), 0.0), today))
                .toList();
    }

    public Optional<CareService> find(String provider) {
        return provider(provider).map(found -> service(found, free().getOrDefault(provider, 0.0), today()));
    }

    /** What a provider is called; the id where there is none. */
    public String title(String provider) {
        return provider(provider).map(Provider::title).orElse(provider);
    }

    /** One at a time for each provider, until the transaction ends: so the last place goes to one person. */
    void lock(String provider) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> {},
                place.value() + "/provider/" + provider);
    }

    private Optional<Provider> provider(String id) {
        return uk.homeward.journey.Id.WORDS.matcher(id).matches()
                ? places.providers().find(ProviderId.of(id))
                : Optional.empty();
    }

    private static CareService service(Provider provider, double free, LocalDate today) {
        double room = provider.kind() == ProviderKind.HOME_CARE ? free / HOURS_FOR_ONE : free;
        return CareService.of(provider, (int) Math.max(0, Math.floor(room)), today);
    }

    /** What the capacity board says of every provider: beds, or hours a week. */
    private Map<String, Double> free() {
        Map<String, Double> free = new HashMap<>();
        jdbc.query(
                "select u.unit, " + Units.FREE + " from unit u where u.place = ? and u.organisation = u.unit",
                row -> {
                    free.put(row.getString(1), row.getDouble(2));
                },
                time.instant().atOffset(ZoneOffset.UTC),
                place.value());
        return free;
    }

    private LocalDate today() {
        Instant now = time.instant();
        return now.atZone(places.zone()).toLocalDate();
    }
}
