package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.SearchDesk;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;

/**
 * The made-up hub and providers of the demo: people who are ready to leave hospital look for a place, choose one, and
 * providers answer. One step at a time, through the desks; a search of which a visitor said something is left to visitors.
 */
@Component
class PlaceSeekers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceSeekers.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_OPEN = 40;

    private final ServerSettings settings;
    private final SearchDesk searches;
    private final DemoLife life;
    private final SearchTurns turns;
    private final PastSearches past;
    private final MadeUpNeeds needs;
    private final Openings openings;
    private final Matcher matcher;
    private final PersonCards people;
    private final Place place;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final PlaceTime time;
    private final Luck luck = new Luck(20_260_417);
    private volatile @Nullable Thread thread;

    PlaceSeekers(
            ServerSettings settings,
            SearchDesk searches,
            DemoLife life,
            SearchTurns turns,
            PastSearches past,
            MadeUpNeeds needs,
            Openings openings,
            Matcher matcher,
            PersonCards people,
            Place place,
            JdbcTemplate jdbc,
            PlaceKey key,
            PlaceTime time) {
        this.settings = settings;
        this.searches = searches;
        this.life = life;
        this.turns = turns;
        this.past = past;
        this.needs = needs;
        this.openings = openings;
        this.matcher = matcher;
        this.people = people;
        this.place = place;
        this.jdbc = jdbc;
        this.key = key;
        this.time = time;
    }

    @Override
    public void start() {
        if (settings.isDemo() && settings.people() != ServerSettings.NOBODY) {
            Thread seeking = Thread.ofVirtual().name("demo-places").unstarted(this::seekUntilStopped);
            thread = seeking;
            seeking.start();
        }
    }

    private void seekUntilStopped() {
        while (thread != null) { // never interrupted: that would break the database connection in use
            try {
                Thread.sleep(PAUSE);
                if (thread != null) {
                    step();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // one thing that cannot be said must not end the rest
                LOG.debug("The demo's hub tries again in a moment", e);
            }
        }
    }

    /** One person more who looks, one search of the past, and one step for each search whose time has come. */
    void step() {
        List<String> open = jdbc.queryForList(
                "select id from search where place = ? and ended_at is null order by opened_at",
                String.class,
                key.value());
        if (open.size() < MOST_OPEN) {
            nextSeeker().ifPresent(this::begin);
        }
        if (life.isAlive()) {
            past.tellNext();
        }
        Instant now = time.instant();
        for (String id : open) {
            if (thread != null) {
                searches.find(id).filter(search -> isDue(search, now)).ifPresent(turns::goOn);
            }
        }
    }

    private record Seeker(String person, String stay, int pathway) {}

    private Optional<Seeker> nextSeeker() {
        return jdbc
                .query("""
                    select s.person, s.id, f.pathway from spell s
                    join flow f on f.place = s.place and f.stay = s.id
                    where s.place = ? and s.state = 'ADMITTED' and s.discharged_at is null and f.left_at is null
                      and f.ready_since is not null and f.pathway in (1, 3)
                      and not exists (select 1 from search q where q.place = s.place and q.person = s.person)
                    order by f.pathway desc, f.ready_since limit 1
                    """, (row, n) -> new Seeker(row.getString(1), row.getString(2), row.getInt(3)), key.value())
                .stream()
                .findFirst();
    }

    private void begin(Seeker seeker) {
        PersonCard card = people.find(seeker.person()).orElse(null);
        if (card == null) {
            return;
        }
        String id = "search-" + UUID.nameUUIDFromBytes(seeker.stay().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        searches.tell(
                id, new SearchCommand.Open(seeker.person(), card.locality(), seeker.stay(), ""), SearchTurns.HUB, id);
        Wanted wanted = needs.of(card, seeker.pathway(), today());
        int fitting = matcher.find(Asked.of(wanted), openings.all()).fits().size();
        searches.tell(id, new SearchCommand.DescribeNeed(wanted, fitting), SearchTurns.HUB, null);
    }

    /** A while after the last thing that was said of it, if no visitor said it. */
    private boolean isDue(Search search, Instant now) {
        boolean byHand = search.told().stream().anyMatch(r -> !r.by().isSystem());
        Instant last = search.told().getLast().occurredAt();
        Duration pause =
                Duration.ofMinutes(30 + Math.round(420 * luck.uniform(search.id(), "pause" + search.version())));
        return !byHand && now.isAfter(last.plus(pause));
    }

    private LocalDate today() {
        return time.instant().atZone(place.zone()).toLocalDate();
    }

    @Override
    public void stop() {
        Thread seeking = thread;
        thread = null;
        if (seeking != null) {
            try {
                seeking.join(Duration.ofSeconds(3));
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
