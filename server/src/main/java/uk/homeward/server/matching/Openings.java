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
import uk.homeward.server.time.PlaceTime;

/**
 * The place's providers as they could be had now. An open offer keeps a place until it runs out, an accepted one and a person
 * who was placed keep it for good; what the providers' vacancies were is the place's data.
 */
@Component
public class Openings {

    /** Hours a week that one more person at home usually takes. */
    private static final int HOURS_FOR_ONE = 13;

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
        Map<String, Integer> taken = taken();
        LocalDate today = today();
        return places.providers().stream()
                .map(provider ->
                        service(provider, taken.getOrDefault(provider.id().value(), 0), today))
                .toList();
    }

    public Optional<CareService> find(String provider) {
        return provider(provider).map(found -> service(found, taken().getOrDefault(provider, 0), today()));
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

    private static CareService service(Provider provider, int taken, LocalDate today) {
        int vacancies =
                provider.kind() == ProviderKind.HOME_CARE ? provider.vacancies() / HOURS_FOR_ONE : provider.vacancies();
        return CareService.of(provider, Math.max(0, vacancies - taken), today);
    }

    private Map<String, Integer> taken() {
        Map<String, Integer> taken = new HashMap<>();
        jdbc.query(
                """
                select provider, count(*) from search_offer
                where place = ? and (state in ('ACCEPTED', 'PLACED') or (state = 'WAITING' and until > ?))
                group by provider
                """,
                row -> {
                    taken.put(row.getString(1), row.getInt(2));
                },
                place.value(),
                time.instant().atOffset(ZoneOffset.UTC));
        return taken;
    }

    private LocalDate today() {
        Instant now = time.instant();
        return now.atZone(places.zone()).toLocalDate();
    }
}
