package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Match;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Offer;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.brokerage.PackageDesk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.Portraits;
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
    private static final Actor HUB = new Actor("system:hub", "The hub", "hub", "bcc");

    private final ServerSettings settings;
    private final SearchDesk searches;
    private final PackageDesk packages;
    private final Openings openings;
    private final Matcher matcher;
    private final Portraits portraits;
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
            PackageDesk packages,
            Openings openings,
            Matcher matcher,
            Portraits portraits,
            PersonCards people,
            Place place,
            JdbcTemplate jdbc,
            PlaceKey key,
            PlaceTime time) {
        this.settings = settings;
        this.searches = searches;
        this.packages = packages;
        this.openings = openings;
        this.matcher = matcher;
        this.portraits = portraits;
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

    /** One person more who looks, and one step for each search whose time has come. */
    void step() {
        List<String> open = jdbc.queryForList(
                "select id from search where place = ? and ended_at is null order by opened_at",
                String.class,
                key.value());
        if (open.size() < MOST_OPEN) {
            nextSeeker().ifPresent(this::begin);
        }
        Instant now = time.instant();
        for (String id : open) {
            if (thread != null) {
                searches.find(id).filter(search -> isDue(search, now)).ifPresent(this::goOn);
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
        searches.tell(id, new SearchCommand.Open(seeker.person(), card.locality(), seeker.stay(), ""), HUB, id);
        Wanted wanted = wanted(card, seeker);
        int fitting = matcher.find(Asked.of(wanted), openings.all()).fits().size();
        searches.tell(id, new SearchCommand.DescribeNeed(wanted, fitting), HUB, null);
    }

    private Wanted wanted(PersonCard card, Seeker seeker) {
        String id = seeker.person();
        boolean atHome = seeker.pathway() == 1;
        boolean nursing = !atHome && luck.happens(0.5, id, "nursing");
        List<String> essential = new ArrayList<>();
        add(essential, card.dementia(), "dementia");
        add(essential, nursing, "nursing");
        add(essential, luck.happens(0.15, id, "last months"), "end-of-life");
        add(essential, atHome && luck.happens(0.3, id, "two"), "double-handed");
        add(essential, !atHome && luck.happens(0.25, id, "hoist"), "hoist");
        List<String> desirable = new ArrayList<>();
        String language = card.language().toLowerCase(java.util.Locale.ROOT);
        add(desirable, matcher.terms().language().contains(language), language);
        add(desirable, !atHome && luck.happens(0.4, id, "garden"), "garden");
        add(desirable, !atHome && luck.happens(0.15, id, "pet"), "pets");
        boolean urgent = essential.contains("end-of-life");
        return new Wanted(
                atHome ? ProviderKind.HOME_CARE : nursing ? ProviderKind.NURSING_HOME : ProviderKind.RESIDENTIAL_HOME,
                essential,
                desirable,
                atHome ? 7 + Math.round(14 * luck.uniform(id, "hours")) : 0,
                today(),
                urgent ? Urgency.URGENT : Urgency.SOON,
                luck.happens(0.3, id, "self") ? Funder.SELF : urgent ? Funder.NHS : Funder.COUNCIL,
                0,
                Travel.outward(card.postcode()),
                luck.happens(0.5, id, "whom") ? "a daughter" : "where they live now",
                0,
                "",
                new Portrait(
                        luck.happens(0.5, id, "moves")
                                ? "Walks with a frame and one person"
                                : "Stands with two people, then a wheelchair",
                        luck.happens(0.5, id, "help")
                                ? "Washing, dressing and meals, four times a day"
                                : "Washing and dressing, morning and evening",
                        luck.happens(0.5, id, "nights") ? "Sleeps through" : "Up twice, and calls",
                        luck.happens(0.5, id, "risks") ? "Has fallen twice this year" : "Forgets to drink",
                        card.matters() == null ? "" : card.matters()));
    }

    private static void add(List<String> features, boolean applies, String feature) {
        if (applies) {
            features.add(feature);
        }
    }

    /** A while after the last thing that was said of it, if no visitor said it. */
    private boolean isDue(Search search, Instant now) {
        boolean byHand = search.told().stream().anyMatch(r -> !r.by().isSystem());
        Instant last = search.told().getLast().occurredAt();
        Duration pause =
                Duration.ofMinutes(30 + Math.round(420 * luck.uniform(search.id(), "pause" + search.version())));
        return !byHand && now.isAfter(last.plus(pause));
    }

    private void goOn(Search search) {
        Optional<Offer> waiting = search.waitingOffer();
        if (search.acceptedOffer().isPresent()) {
            placed(search, search.acceptedOffer().get());
        } else if (waiting.isPresent()) {
            answer(search, waiting.get());
        } else if (search.choice().isPresent()) {
            offer(search, search.choice().get().provider());
        } else {
            choose(search);
        }
    }

    private void choose(Search search) {
        List<Match> fits = search.asked()
                .map(asked -> matcher.find(asked, openings.all()).fits())
                .orElse(List.of());
        if (fits.isEmpty()) {
            return;
        }
        int at = (int) (Math.min(3, fits.size()) * luck.uniform(search.id(), "choice" + search.version()));
        Match chosen = fits.get(at);
        Chooser by = luck.happens(0.6, search.id(), "chooser") ? Chooser.PERSON : Chooser.FAMILY;
        searches.tell(
                search.id(),
                new SearchCommand.Choose(
                        chosen.service().id(),
                        by,
                        "",
                        "",
                        chosen.topUp() > 0 ? "A son, who was told what it comes to" : ""),
                HUB,
                null);
    }

    private void offer(Search search, String provider) {
        String about = people.find(search.person())
                .map(card -> portraits.about(card, today()))
                .orElse("");
        searches.tell(search.id(), new SearchCommand.OfferPlace(provider, about), HUB, null);
    }

    private void answer(Search search, Offer offer) {
        String provider = offer.provider();
        Actor matron = new Actor("system:" + provider, openings.title(provider), "provider", provider);
        if (offer.hasRunOut(time.instant())) {
            searches.tell(search.id(), new SearchCommand.TakeBack(offer.id(), "Nobody answered in time"), HUB, null);
        } else if (offer.hasUnansweredQuestion()) {
            searches.tell(
                    search.id(),
                    new SearchCommand.AnswerQuestion(offer.id(), "One person is enough, with time"),
                    HUB,
                    null);
        } else {
            double chance = luck.uniform(search.id(), "answer" + search.version());
            searches.tell(search.id(), answer(offer, chance), matron, null);
        }
    }

    private SearchCommand answer(Offer offer, double chance) {
        if (chance < 0.15 && offer.question().isEmpty()) {
            return new SearchCommand.Ask(offer.id(), "How many people does it take to help at night?");
        }
        if (chance < 0.4) {
            DeclineReason[] reasons = {
                DeclineReason.CANNOT_MEET_NEED,
                DeclineReason.NO_STAFF,
                DeclineReason.LIVING_TOGETHER,
                DeclineReason.NO_STAFF
            };
            return new SearchCommand.Decline(
                    offer.id(),
                    reasons[(int) (chance * 1000) % reasons.length],
                    "Not safely with the staff of this week");
        }
        return new SearchCommand.Accept(offer.id(), today(), Assessment.TRUSTED, "");
    }

    /** They move in, and what it costs is arranged; what is above the hub's limit waits. */
    private void placed(Search search, Offer accepted) {
        searches.tell(search.id(), new SearchCommand.Place(today()), HUB, null);
        Wanted wanted = search.wanted().orElseThrow();
        Optional<CareService> service = openings.find(accepted.provider());
        if (service.isEmpty()) {
            return;
        }
        String id = "package-" + search.id().substring("search-".length());
        boolean home = service.get().kind().isCareHome();
        packages.tell(
                id,
                new PackageCommand.Open(search.person(), search.locality(), search.id(), "Jo Bennett", "0121 496 0149"),
                HUB,
                id);
        packages.tell(
                id,
                new PackageCommand.Add(
                        !home
                                ? ElementKind.HOME_CARE
                                : service.get().kind() == ProviderKind.NURSING_HOME
                                        ? ElementKind.NURSING
                                        : ElementKind.RESIDENTIAL,
                        accepted.provider(),
                        CareService.title(service.get().kind()),
                        wanted.hoursAWeek(),
                        accepted.price(),
                        home ? Per.WEEK : Per.HOUR,
                        List.of(new Share(wanted.funder(), 100)),
                        today()),
                HUB,
                null);
        if (wanted.urgency() == Urgency.URGENT) {
            packages.tell(
                    id,
                    new PackageCommand.AskContinuingCare(
                            "Priya Nair", "0121 496 0777", true, "Care in the last months of life"),
                    HUB,
                    null);
        }
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
