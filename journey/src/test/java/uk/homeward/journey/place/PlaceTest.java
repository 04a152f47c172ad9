package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Place SHIPPED = Place.load(TestPlaces.shipped());
    private static final Place LITTLETON = Place.load(TestPlaces.littleton());

    @Test
    void theShippedPlaceHasItsSixLocalitiesAndAllItsPractices() {
        assertThat(SHIPPED.id()).isEqualTo(PlaceId.of("birmingham-solihull"));
        assertThat(SHIPPED.schema()).isEqualTo("birmingham_solihull");
        assertThat(SHIPPED.localities().stream().map(l -> l.id().value()))
                .containsExactly("central", "east", "north", "south", "west", "solihull");
        assertThat(SHIPPED.practices().size()).isEqualTo(180);
        assertThat(SHIPPED.practices().stream().mapToInt(Practice::listSize).sum())
                .isEqualTo(1_628_972);
        assertThat(SHIPPED.wards().size()).isEqualTo(86);
    }

    @Test
    void everyOpalTeamServesAPopulationOfTheSizeThatTheBusinessCaseNames() {
        double residentsPerPatient = (double) SHIPPED.population()
                / SHIPPED.practices().stream().mapToInt(Practice::listSize).sum();
        long teams =
                SHIPPED.teams().stream().filter(t -> t.kind() == TeamKind.OPAL).count();
        assertThat(SHIPPED.population() / (double) teams).isBetween(200_000.0, 250_000.0);
        for (Locality locality : SHIPPED.localities().list()) {
            assertThat(SHIPPED.teamsOf(TeamKind.OPAL, locality.id())).hasSize(1);
            assertThat(SHIPPED.registeredIn(locality.id()) * residentsPerPatient)
                    .isBetween(195_000.0, 270_000.0);
        }
    }

    @Test
    void wardsAndProvidersBringTheirBedsAsPools() {
        HospitalWard frailty =
                SHIPPED.findWard(SiteId.of("heartlands"), "BHFRA").orElseThrow();
        Pool pool = SHIPPED.pools().get(frailty.pool());
        assertThat(pool.capacity()).isEqualTo(frailty.beds());
        assertThat(pool.holder()).isEqualTo(new Pool.OfWard(frailty.id()));
        assertThat(SHIPPED.poolsOf(PoolGroupId.of("enablement-beds"))).hasSize(10);
        assertThat(SHIPPED.poolsOf(PoolGroupId.of("enablement-beds")).stream()
                        .mapToInt(Pool::inService)
                        .sum())
                .isEqualTo(246);
        Provider home = SHIPPED.providers().list().getFirst();
        assertThat(SHIPPED.pools().get(home.pool()).capacity()).isEqualTo(home.capacity());
    }

    @Test
    void delayCausesCoverAllThirtySevenNationalReasonsInFiveGroups() {
        assertThat(SHIPPED.delayCauses().stream()
                        .map(DelayCause::nationalReason)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(37);
        assertThat(SHIPPED.delayCauses().stream()
                        .map(DelayCause::nationalGroup)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "Hospital process",
                        "Wellbeing concerns",
                        "Care transfer hub process",
                        "Interface process",
                        "Capacity");
    }

    @Test
    void careHomesAreAsManyAndAsGoodAsTheInspectorsCounted() {
        var homes = SHIPPED.providers().stream()
                .filter(p -> p.kind() == ProviderKind.RESIDENTIAL_HOME
                        && !p.locality().value().equals("solihull"))
                .collect(Collectors.groupingBy(Provider::rating, Collectors.counting()));
        assertThat(homes)
                .containsEntry(Rating.OUTSTANDING, 1L)
                .containsEntry(Rating.GOOD, 42L)
                .containsEntry(Rating.REQUIRES_IMPROVEMENT, 29L)
                .containsEntry(Rating.INADEQUATE, 4L)
                .containsEntry(Rating.NOT_RATED, 12L);
    }

    @Test
    void everyTelephoneNumberIsFromTheRangeThatIsKeptForDrama() {
        assertThat(SHIPPED.teams().stream().map(Team::phone)).allMatch(phone -> phone.matches("0121 496 0\\d{3}"));
    }

    @Test
    void aSmallPlaceOfAnotherCountryLoadsToo() {
        assertThat(LITTLETON.zone().getId()).isEqualTo("Europe/Dublin");
        assertThat(LITTLETON.isHoliday(LocalDate.of(2026, 3, 17))).isTrue();
        assertThat(LITTLETON.isHoliday(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(LITTLETON.practices().get(PracticeCode.of("Z00002")).title()).isEqualTo("The Surgery, River Bank");
        assertThat(LITTLETON.pools().get(PoolId.of("enablement-riverside")).costPerDay())
                .isEqualTo(75);
        assertThat(LITTLETON.pools().get(PoolId.of("enablement-riverside")).inService())
                .isEqualTo(6);
        assertThat(LITTLETON.teamsOf(TeamKind.ENABLEMENT, LocalityId.of("hillside")))
                .extracting(team -> team.id().value())
                .containsExactly("enablement-hillside");
    }

    @Test
    void whatIsNotThereIsRefusedWithTheNamesOfWhatIs() {
        assertThat(LITTLETON.sites().find(SiteId.of("qehb"))).isEmpty();
        assertThatThrownBy(() -> LITTLETON.sites().get(SiteId.of("qehb")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no site (qehb) in this place. Maybe: one of general");
    }

    @Test
    void distancesAreAboutRight() {
        Site queenElizabeth = SHIPPED.sites().get(SiteId.of("qehb"));
        Site goodHope = SHIPPED.sites().get(SiteId.of("good-hope"));
        assertThat(queenElizabeth.position().kilometresTo(goodHope.position())).isBetween(14.0, 18.0);
    }
}
