package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * The made-up wards of the demo: they set dates, hold rounds, name what holds people up and ask for medicines, for those
 * who are in a bed now, and, more slowly, for those who left in the last weeks. Everything goes through the desk. A stay of
 * which a visitor said something is left to visitors.
 */
@Component
class WardRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WardRounds.class);
    private static final long SEED = 20_260_401;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);
    /** How far back stays that are over are told, and how many of them between two rounds. */
    private static final Duration BACK = Duration.ofDays(62);

    private static final int PAST_AT_ONCE = 40;
    /** How often a stay is looked at again, in the place's time. */
    private static final Duration AGAIN = Duration.ofMinutes(45);

    private final ServerSettings settings;
    private final FlowDesk flows;
    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final PlaceTime time;
    private final RoundScript script = new RoundScript(new Luck(SEED));
    private final Place places;
    private final List<Provider> nursingHomes;
    private final Map<String, Instant> next = new HashMap<>();
    private final Deque<String> past = new ArrayDeque<>();
    private volatile @Nullable Thread thread;
    private volatile boolean isLeaving;
    private boolean pastIsKnown;

    WardRounds(
            ServerSettings settings,
            FlowDesk flows,
            Desk desk,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place places,
            PlaceTime time) {
        this.places = places;
        this.nursingHomes = places.providers().stream()
                .filter(provider -> provider.kind() == ProviderKind.NURSING_HOME)
                .toList();
        this.settings = settings;
        this.flows = flows;
        this.desk = desk;
        this.jdbc = jdbc;
        this.key = key;
        this.time = time;
    }

    @Override
    public void start() {
        isLeaving = false;
        if (settings.isDemo() && settings.people() != ServerSettings.NOBODY) {
            Thread walking = Thread.ofVirtual().name("demo-wards").unstarted(this::walkUntilStopped);
            thread = walking;
            walking.start();
        }
    }

    private void walkUntilStopped() {
        while (thread != null) { // never interrupted: that would break the database connection in use
            try {
                Thread.sleep(PAUSE);
                if (thread != null) {
                    walk();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // one thing that cannot be said must not end the rounds
                LOG.debug("The demo's wards try again in a moment", e);
            }
        }
    }

    /** One walk through everybody who is in a bed, or has just left; then some of those who left before. */
    synchronized void walk() {
        Instant now = time.instant();
        for (String stay : here(now)) {
            if (isLeaving) {
                return;
            }
            look(stay, now);
        }
        for (int i = 0; i < PAST_AT_ONCE && !isLeaving; i++) {
            String stay = past(now);
            if (stay == null) {
                return;
            }
            look(stay, now);
        }
    }

    private List<String> here(Instant now) {
        List<String> stays = jdbc.queryForList(
                """
                select id from spell where place = ? and admitted_at is not null
                  and ((state = 'ADMITTED' and discharged_at is null) or (state = 'LEFT' and discharged_at > ?))
                order by id
                """, String.class, key.value(), now.minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC));
        next.keySet().retainAll(stays);
        return stays.stream()
                .filter(stay -> !now.isBefore(next.getOrDefault(stay, Instant.MIN)))
                .toList();
    }

    /** The next of those who left and of whom nothing was said; null once there is none. */
    private @Nullable String past(Instant now) {
        if (!pastIsKnown) {
            past.addAll(jdbc.queryForList(
                    """
                    select s.id from spell s left join flow f on f.place = s.place and f.stay = s.id
                    where s.place = ? and s.state = 'LEFT' and s.admitted_at is not null and s.discharged_at > ?
                      and coalesce(f.version, 0) = 0
                    order by s.discharged_at desc
                    """, String.class, key.value(), now.minus(BACK).atOffset(ZoneOffset.UTC)));
            pastIsKnown = !past.isEmpty();
        }
        return past.poll();
    }

    /** Says what is due of one stay; one that was refused, or is in a visitor's hands, is not looked at again. */
    private void look(String stay, Instant now) {
        next.put(stay, now.plus(AGAIN));
        Flow flow = flows.find(stay).orElse(null);
        if (flow == null || flow.isByHand()) {
            next.put(stay, Instant.MAX);
            return;
        }
        Instant admitted = Objects.requireNonNullElse(flow.spell().admittedAt(), now);
        Bedside bedside = journey(flow, admitted)
                .map(journey -> Bedside.of(journey, admitted, flow.spell().leftAt()))
                .orElse(Bedside.UNKNOWN)
                .of(flow.isOver() && !nursingHomes.isEmpty() ? home(flow.spell().person()) : Bedside.Home.UNKNOWN);
        List<FlowDesk.Dated> due = script.due(flow, bedside, now);
        if (!due.isEmpty()) {
            String organisation = stay.substring(0, stay.indexOf('/'));
            Actor ward = new Actor("system:ward-rounds", "The ward", "ward", organisation);
            FlowTold told = flows.tellAll(stay, due, ward, null);
            if (told instanceof FlowTold.Refused refused) {
                LOG.debug("The demo's ward was refused: {} ({})", refused.code(), stay);
                next.put(stay, Instant.MAX);
            }
        }
    }

    /** Their practice, whether they lived in a care home, and one that could receive them: often the demo's own. */
    private Bedside.Home home(String person) {
        Luck luck = new Luck(SEED);
        List<Provider> choice =
                luck.happens(0.2, person, "the demo's home") ? nursingHomes.subList(0, 1) : nursingHomes;
        Provider home = luck.any(choice, person, "home");
        return jdbc
                .query(
                        "select practice, residence from person where place = ? and id = ?",
                        (row, n) -> new Bedside.Home(
                                row.getString(1),
                                practice(row.getString(1)),
                                "care-home".equals(row.getString(2)),
                                home.id().value(),
                                home.title()),
                        key.value(),
                        person)
                .stream()
                .findFirst()
                .orElse(Bedside.Home.UNKNOWN);
    }

    private String practice(String code) {
        return places.practices().stream()
                .filter(practice -> practice.code().value().equals(code))
                .map(Practice::title)
                .findFirst()
                .orElse("General practice");
    }

    /** The journey on which the person was in this stay; the latest, if there were several. */
    private Optional<Journey> journey(Flow flow, Instant admitted) {
        Instant until = Objects.requireNonNullElse(flow.spell().leftAt(), time.instant());
        return jdbc
                .queryForList(
                        """
                        select id from journey where place = ? and person = ? and (ended_at is null or ended_at >= ?)
                          and opened_at <= ?
                        order by opened_at desc limit 1
                        """,
                        String.class,
                        key.value(),
                        flow.spell().person(),
                        admitted.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst()
                .flatMap(desk::find);
    }

    @Override
    public void stop() {
        isLeaving = true;
        Thread walking = thread;
        thread = null;
        if (walking != null) {
            try {
                walking.join(LONGEST_GOODBYE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops before what it tells. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
