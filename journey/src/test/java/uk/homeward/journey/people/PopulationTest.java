package uk.homeward.journey.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.PeopleModel.AgeCount;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;

class PopulationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path ROOT = Path.of(System.getProperty("homeward.root"));
    private static final Place PLACE = Place.load(ROOT.resolve(Path.of("places", "birmingham-solihull")));
    private static final Population POPULATION = Population.of(PLACE, 42, TODAY);
    private static final List<SyntheticPerson> EVERYBODY =
            POPULATION.stream(POPULATION.total()).toList();

    @Test
    void thereAreAsManyPeopleOfEachAgeAndSexAsThePublishedProjectionCounts() {
        Map<String, Long> counted = EVERYBODY.stream()
                .collect(Collectors.groupingBy(
                        p -> Math.min(100, p.ageOn(TODAY)) + " " + p.sex(), Collectors.counting()));
        for (int age = 65; age <= 100; age++) {
            int oldest = age;
            for (Sex sex : List.of(Sex.FEMALE, Sex.MALE)) {
                int expected = PLACE.people().ages().stream()
                        .filter(count -> count.age() == oldest)
                        .mapToInt((AgeCount count) -> count.of(sex))
                        .sum();
                assertThat(counted.getOrDefault(age + " " + sex, 0L))
                        .as("%s of %d", sex, age)
                        .isCloseTo(expected, within(20L));
            }
        }
    }

    @Test
    void localitiesHaveTheSharesOfTheirCouncilThatTheModelGivesThem() {
        Map<LocalityId, Long> counted =
                EVERYBODY.stream().collect(Collectors.groupingBy(SyntheticPerson::locality, Collectors.counting()));
        double weights = PLACE.localities().stream()
                .filter(l -> l.authority().equals("E08000025"))
                .mapToDouble(PopulationTest::weight)
                .sum();
        for (Locality locality : PLACE.localities().list()) {
            boolean solihull = locality.authority().equals("E08000029");
            double expected = solihull ? 48_991 : 160_886 * weight(locality) / weights;
            assertThat((double) counted.getOrDefault(locality.id(), 0L))
                    .as(locality.title())
                    .isCloseTo(expected, within(expected * 0.015));
        }
    }

    private static double weight(Locality locality) {
        return PLACE.registeredIn(locality.id()) * locality.olderShare();
    }

    @Test
    void frailtyIsSharedAsThePublishedIndexHasIt() {
        assertThat(share(p -> p.frailty() == FrailtyBand.FIT)).isCloseTo(0.50, within(0.015));
        assertThat(share(p -> p.frailty() == FrailtyBand.MILD)).isCloseTo(0.35, within(0.015));
        assertThat(share(p -> p.frailty() == FrailtyBand.MODERATE)).isCloseTo(0.12, within(0.015));
        assertThat(share(p -> p.frailty() == FrailtyBand.SEVERE)).isCloseTo(0.03, within(0.015));
        assertThat(EVERYBODY).allMatch(p -> p.clinicalFrailty() >= 1 && p.clinicalFrailty() <= 9);
    }

    @Test
    void aboutFourteenThousandHaveDementiaAsTheStudyExpects() {
        assertThat(EVERYBODY.stream().filter(SyntheticPerson::dementia).count()).isCloseTo(14_055, within(350L));
        List<SyntheticPerson> women = EVERYBODY.stream()
                .filter(p -> p.sex() == Sex.FEMALE && p.ageOn(TODAY) >= 85 && p.ageOn(TODAY) < 90)
                .toList();
        double share = (double) women.stream().filter(SyntheticPerson::dementia).count() / women.size();
        assertThat(share).isCloseTo(0.181, within(0.01));
    }

    @Test
    void aboutFourThousandOfBirminghamLiveInCareHomesAndNoHomeHoldsMoreThanItHasBedsInUse() {
        assertThat(EVERYBODY.stream()
                        .filter(SyntheticPerson::livesInCareHome)
                        .filter(p -> !p.locality().value().equals("solihull"))
                        .count())
                .isCloseTo(4_000, within(250L));
        Map<Object, Long> residents = EVERYBODY.stream()
                .filter(SyntheticPerson::livesInCareHome)
                .collect(Collectors.groupingBy(p -> String.valueOf(p.careHome()), Collectors.counting()));
        for (Provider home : PLACE.providers().list()) {
            assertThat(residents.getOrDefault(home.id().value(), 0L))
                    .isLessThanOrEqualTo(home.capacity() - home.vacancies());
        }
    }

    @Test
    void whoLivesInACareHomeLivesNeitherAloneNorWithACarerAtHome() {
        assertThat(EVERYBODY)
                .filteredOn(SyntheticPerson::livesInCareHome)
                .noneMatch(p -> p.livesAlone() || p.hasCarer());
        assertThat(share(SyntheticPerson::livesAlone)).isBetween(0.28, 0.38);
    }

    @Test
    void nhsNumbersAreValidForTestsAndNeverTwiceTheSame() {
        Set<NhsNumber> numbers = new HashSet<>();
        assertThat(EVERYBODY).allMatch(p -> numbers.add(p.nhsNumber()));
        assertThat(numbers)
                .allMatch(number -> NhsNumber.isValid(number.value()) && number.isForTests() && !number.isDummy());
    }

    @Test
    void everyoneHasAPracticeOfTheirOwnLocality() {
        assertThat(EVERYBODY)
                .allMatch(p -> PLACE.practices().get(p.practice()).locality().equals(p.locality()));
        assertThat(EVERYBODY).allMatch(p -> PLACE.postalAreas().has(p.outward()));
        assertThat(EVERYBODY.stream().map(SyntheticPerson::practice).distinct()).hasSize(180);
    }

    @Test
    void theSameSeedGivesTheSamePeopleWhateverTheCount() {
        assertThat(Population.of(PLACE, 42, TODAY).stream(1_000)).isEqualTo(EVERYBODY.subList(0, 1_000));
        assertThat(Population.of(PLACE, 43, TODAY).stream(1_000)).isNotEqualTo(EVERYBODY.subList(0, 1_000));
    }

    @Test
    void aSeedMeansTheSamePeopleOnEveryMachineAndInEveryYearToCome() {
        Place littleton =
                Place.load(ROOT.resolve(Path.of("journey", "src", "test", "resources", "places", "littleton")));
        assertThat(Population.of(littleton, 7, TODAY).stream(4).map(PopulationTest::line))
                .containsExactly(
                        "999 607 5532 Conor Small 1956-06-21 MALE 34 High Street ZZ1 FIT",
                        "999 994 9746 Nuala Small 1966-09-03 FEMALE 14 Low Street ZZ1 FIT",
                        "999 382 3953 Aoife Little 1966-03-24 FEMALE 15 Low Street ZZ2 FIT",
                        "999 769 8169 Ronan Little 1966-03-28 MALE 7 Low Lane ZZ1 FIT");
    }

    private static String line(SyntheticPerson p) {
        return String.join(
                " ",
                p.nhsNumber().formatted(),
                p.givenName(),
                p.familyName(),
                p.born().toString(),
                p.sex().toString(),
                p.address(),
                p.outward(),
                p.frailty().toString());
    }

    @Test
    void nobodyIsOlderThanPeopleGrow() {
        assertThat(EVERYBODY).allMatch(p -> p.ageOn(TODAY) >= 65 && p.ageOn(TODAY) <= 110);
    }

    @Test
    void theWholePlaceIsDrawnInLessThanASecondAndAHalfOfComputing() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long count =
                POPULATION.stream(200_000).filter(SyntheticPerson::dementia).count();
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        assertThat(count).isPositive();
        assertThat(seconds).isLessThan(1.5);
    }

    @Test
    void fewerThanNobodyIsRefused() {
        assertThatThrownBy(() -> POPULATION.stream(-1)).hasMessageContaining("(-1)");
    }

    private static double share(Predicate<SyntheticPerson> of) {
        return (double) EVERYBODY.stream().filter(of).count() / EVERYBODY.size();
    }
}
