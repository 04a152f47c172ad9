package uk.homeward.journey.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.PeopleModel;
import uk.homeward.journey.place.PeopleModel.Community;
import uk.homeward.journey.place.PeopleModel.Names;
import uk.homeward.journey.place.PeopleModel.Streets;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.Shares;

/**
 * Draws the synthetic older people of a place. The same place, seed and day give the same people in the same order,
 * whatever the count: the first 1,000 of 200,000 are the 1,000 that one asks for alone.
 *
 * <p>Localities, ages and sexes follow a low-discrepancy sequence (multiples of the golden ratio), so that any number of
 * people has close to the shares of the whole; everything else is drawn by chance, one stream for each person.
 */
public final class Population {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double ANOTHER_YEAR = 0.35;
    private static final int OLDEST = 110;
    private static final int DAYS = 365;

    private final Place place;
    private final PeopleModel model;
    private final long seed;
    private final LocalDate today;
    private final AgeCells cells;
    private final Map<LocalityId, Shares<Practice>> practices = new HashMap<>();
    private final Map<Integer, Conditions> conditions = new HashMap<>();

    private Population(Place place, long seed, LocalDate today) {
        this.place = place;
        this.model = place.people();
        this.seed = seed;
        this.today = today;
        this.cells = new AgeCells(place);
        for (Locality locality : place.localities().list()) {
            Map<Practice, Double> weights = new LinkedHashMap<>();
            place.practicesOf(locality.id()).forEach(practice -> weights.put(practice, (double) practice.listSize()));
            practices.put(locality.id(), Shares.of(weights));
        }
    }

    /**
     * Prepares a population.
     *
     * @param today the day on which ages hold
     */
    public static Population of(Place place, long seed, LocalDate today) {
        return new Population(place, seed, today);
    }

    /** How many older people the whole place has. */
    public int total() {
        return model.total();
    }

    /**
     * The first {@code count} people, drawn one by one as the stream is read (in order; never in parallel).
     *
     * @throws IllegalStateException while reading, past the 909,089 NHS numbers of the range for tests
     */
    public Stream<SyntheticPerson> stream(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("there cannot be fewer people than none (" + count + "). Maybe: 20000");
        }
        Iterator<SyntheticPerson> people =
                IntStream.range(0, count).mapToObj(new Draw()::person).iterator();
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliterator(people, count, traits), false);
    }

    /** One reading of the population, with what has been given out so far. */
    private final class Draw {

        private final SplittableRandom streams = new SplittableRandom(seed);
        private final double start = streams.nextDouble();
        private final Numbers numbers = new Numbers(streams.nextInt(1_000_000));
        private final CareHomePlaces careHomes = new CareHomePlaces(place);

        private SyntheticPerson person(int number) {
            SplittableRandom chance = streams.split();
            AgeCells.Cell cell = cells.at((start + number * GOLDEN) % 1);
            Conditions likely = conditions.computeIfAbsent(
                    cell.age() * 2 + (cell.sex() == Sex.MALE ? 1 : 0),
                    key -> new Conditions(model, cell.age(), cell.sex()));
            FrailtyBand frailty = likely.frailty(chance.nextDouble());
            boolean dementia = chance.nextDouble() < likely.dementia(frailty);
            Optional<Provider> home = chance.nextDouble() < likely.careHome(frailty, dementia)
                    ? careHomes.take(cell.locality(), frailty, chance.nextDouble())
                    : Optional.empty();
            return person(number, cell, frailty, dementia, home.orElse(null), chance);
        }

        private SyntheticPerson person(
                int number,
                AgeCells.Cell cell,
                FrailtyBand frailty,
                boolean dementia,
                @Nullable Provider home,
                SplittableRandom chance) {
            LocalityId locality = home == null ? cell.locality() : home.locality();
            Practice practice = from(practices, locality).pick(chance.nextDouble());
            Community community = from(model.communities(), locality).pick(chance.nextDouble());
            String language = community.languages().pick(chance.nextDouble());
            boolean alone =
                    chance.nextDouble() < model.livesAlone().at(cell.age()).of(cell.sex()) && home == null;
            double carer = model.carer().getOrDefault(frailty, 0.0) * (alone ? model.carerTimesIfAlone() : 1);
            Names names = community.names();
            return new SyntheticPerson(
                    number,
                    numbers.next(),
                    any(names.family(), chance),
                    any(names.given(cell.sex()), chance),
                    born(cell.age(), chance),
                    cell.sex(),
                    home == null ? address(chance) : home.title(),
                    home == null ? practice.outward() : home.outward(),
                    locality,
                    practice.code(),
                    frailty,
                    from(model.clinicalFrailty(), frailty).pick(chance.nextDouble()),
                    dementia,
                    alone,
                    chance.nextDouble() < carer && home == null,
                    language,
                    chance.nextDouble() < model.interpreter().getOrDefault(language, 0.0),
                    community.code(),
                    community.title(),
                    home == null ? null : home.id());
        }
    }

    private LocalDate born(int age, SplittableRandom chance) {
        int years = age;
        while (cells.isOpenEnded(age) && years < OLDEST && chance.nextDouble() < ANOTHER_YEAR) {
            years++;
        }
        return today.minusYears(years).minusDays(chance.nextInt(DAYS));
    }

    private String address(SplittableRandom chance) {
        Streets streets = model.streets();
        int number = 1 + chance.nextInt(streets.numbersTo());
        return number + " " + any(streets.names(), chance) + " " + any(streets.kinds(), chance);
    }

    private static String any(List<String> list, SplittableRandom chance) {
        return list.get(chance.nextInt(list.size()));
    }

    private static <K, V> V from(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing is known about (" + key + "). Maybe: the place was not checked");
        }
        return value;
    }
}
