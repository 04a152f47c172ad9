package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.SearchDesk;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;

/**
 * Searches of the last weeks that found nobody who could: so that the report of what the market lacks has something to say
 * from the first day on. Told through the desk, one at a time, of people who have left hospital since.
 */
@Component
class PastSearches {

    /** More than the smallest group that the report shows. */
    private static final int OF_ONE_AREA = 7;

    private static final int AREAS = 3;
    private static final int DEAR_OF_AREA = 2;

    private final SearchDesk searches;
    private final SearchTurns turns;
    private final MadeUpNeeds needs;
    private final MadeUpPackages packages;
    private final Openings openings;
    private final Matcher matcher;
    private final PersonCards people;
    private final Place place;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final PlaceTime time;
    private @Nullable Deque<Seeker> left;

    PastSearches(
            SearchDesk searches,
            SearchTurns turns,
            MadeUpNeeds needs,
            MadeUpPackages packages,
            Openings openings,
            Matcher matcher,
            PersonCards people,
            Place place,
            JdbcTemplate jdbc,
            PlaceKey key,
            PlaceTime time) {
        this.searches = searches;
        this.turns = turns;
        this.needs = needs;
        this.packages = packages;
        this.openings = openings;
        this.matcher = matcher;
        this.people = people;
        this.place = place;
        this.jdbc = jdbc;
        this.key = key;
        this.time = time;
    }

    /** Somebody who has left hospital since they looked; the number counts within their area. */
    private record Seeker(String person, String stay, Instant left, int number) {}

    /** Tells one more, until all are told. */
    void tellNext() {
        if (left == null) {
            left = new ArrayDeque<>(find());
        }
        Seeker next = left.poll();
        if (next != null) {
            people.find(next.person()).ifPresent(card -> tell(card, next));
        }
    }

    /** Those who left longest ago, of the areas with most of them; nobody who has looked for a place already, and nobody twice. */
    private List<Seeker> find() {
        return jdbc.query(
                """
                select person, id, discharged_at, number from (
                    select s.person, s.id, s.discharged_at, p.locality,
                        row_number() over (partition by p.locality order by s.discharged_at, s.id) as number,
                        count(*) over (partition by p.locality) as all_of_area
                    from spell s join person p on p.place = s.place and p.id = s.person
                    where s.place = ? and s.state = 'LEFT' and s.admitted_at is not null and p.locality <> ''
                      and s.discharged_at between ? and ?
                      and s.discharged_at - s.admitted_at > interval '4 days'
                      and not exists (select 1 from search q where q.place = s.place
                          and (q.person = s.person or q.id like 'search-past-%'))) seekers
                where number <= ? and locality in (
                    select locality from person where place = ? group by locality order by count(*) desc limit ?)
                order by locality, number
                """,
                (row, n) -> new Seeker(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4)),
                key.value(),
                at(time.instant().minus(Duration.ofDays(60))),
                at(time.instant().minus(Duration.ofDays(5))),
                OF_ONE_AREA,
                key.value(),
                AREAS);
    }

    /** Two homes say no. Most go home without a place; a few find a third that asks for more than the hub may agree. */
    private void tell(PersonCard card, Seeker seeker) {
        String id = "search-past-" + seeker.stay().replace('/', '-');
        Story story = new Story(id, seeker.left().minus(Duration.ofDays(3)));
        Wanted wanted = needs.hard(card, day(story.begun()));
        List<String> fits = matcher.find(Asked.of(wanted), openings.all()).fits().stream()
                .map(match -> match.service().id())
                .toList();
        story.hub(0, new SearchCommand.Open(seeker.person(), card.locality(), seeker.stay(), ""));
        story.hub(1, new SearchCommand.DescribeNeed(wanted, fits.size()));
        for (int i = 0; i < Math.min(2, fits.size()); i++) {
            story.asked(fits.get(i), i);
            story.by(fits.get(i), 22 + 22 * i, declines("offer-" + (i + 1), i));
        }
        if (fits.size() > 2 && seeker.number() <= DEAR_OF_AREA) {
            story.asked(fits.get(2), 2);
            story.by(
                    fits.get(2),
                    60,
                    new SearchCommand.Accept("offer-3", day(story.begun()).plusDays(3), Assessment.TRUSTED, ""));
            story.hub(70, new SearchCommand.Place(day(story.begun()).plusDays(3)));
            searches.find(id).ifPresent(search -> packages.arrangeDear(search, fits.get(2), day(time.instant())));
        } else {
            story.hub(70, new SearchCommand.Withdraw("Nobody could take them in time; they went home with more hours"));
        }
    }

    private static SearchCommand declines(String offer, int number) {
        return number == 0
                ? new SearchCommand.Decline(offer, DeclineReason.CANNOT_MEET_NEED, "Not safely at dusk and by night")
                : new SearchCommand.Decline(offer, DeclineReason.NO_STAFF, "");
    }

    private LocalDate day(Instant at) {
        return at.atZone(place.zone()).toLocalDate();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One search as it is told, by hours since it began. */
    private final class Story {

        private final String id;
        private final Instant begun;

        Story(String id, Instant begun) {
            this.id = id;
            this.begun = begun;
        }

        Instant begun() {
            return begun;
        }

        void hub(int hours, SearchCommand command) {
            searches.tell(id, command, begun.plus(Duration.ofHours(hours)), SearchTurns.HUB, null);
        }

        void by(String provider, int hours, SearchCommand command) {
            searches.tell(id, command, begun.plus(Duration.ofHours(hours)), turns.matron(provider), null);
        }

        /** The family chooses the place, and it is asked. */
        void asked(String provider, int number) {
            hub(6 + 22 * number, new SearchCommand.Choose(provider, Chooser.FAMILY, "", "", "A son, who was told"));
            hub(8 + 22 * number, new SearchCommand.OfferPlace(provider, "Somebody who lives with dementia."));
        }
    }
}
