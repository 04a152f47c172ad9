package uk.homeward.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static uk.homeward.journey.flow.FlowBuilder.PLACE;
import static uk.homeward.journey.flow.FlowBuilder.admitted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.place.Side;

/** What the returns count, and that each figure names the stays that make it. */
class ReturnsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final List<StayRecord> stays = List.of(
            stay("left early", ready("2026-03-02T10:00", "2026-03-10T09:00").left("2026-03-10T17:00")),
            stay("left late", ready("2026-03-02T10:00", "2026-03-08T09:00").left("2026-03-10T17:01")),
            stay(
                    "waits for home care",
                    ready("2026-03-01T10:00", "2026-03-04T09:00")
                            .tell("2026-03-05T09:00", new FlowCommand.NameHoldUp("p1-social-full", ""))),
            stay("waits, nobody says why", ready("2026-02-10T10:00", "2026-03-09T09:00")),
            stay("still needs oxygen", admitted("2026-03-01T10:00").round("2026-03-09T09:00", true)),
            stay(
                    "left at midnight",
                    ready("2026-03-02T10:00", "2026-03-10T09:00").left("2026-03-11T00:00")));

    private static FlowBuilder ready(String admitted, String ready) {
        return admitted(admitted).round(ready, false);
    }

    private static StayRecord stay(String name, FlowBuilder told) {
        Flow flow = told.flow();
        return new StayRecord(
                name,
                "person of " + name,
                "uhb",
                "qehb",
                flow.since().orElseThrow(),
                flow.spell().leftAt(),
                flow.isDeath(),
                flow.destination().map(to -> to.kind()).orElse(null),
                flow.pathway().orElse(null),
                flow.readyPeriods(),
                flow.holdUps());
    }

    @Test
    void no_longer_meeting_is_left_and_remaining_and_each_figure_names_its_stays() {
        List<Figure> counts = Sitrep.of(stays, DAY, PLACE.zone()).counts();
        assertThat(counts).extracting(Figure::value).containsExactly(5L, 2L, 1L, 1L, 3L);
        assertThat(counts.getLast().stays())
                .containsExactly("waits for home care", "waits, nobody says why", "left at midnight");
        assertThat(counts.get(2).stays()).containsExactly("left early");
    }

    @ParameterizedTest(name = "{0}, way out {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        HOME              | 0 | P0 - Domestic home without reablement support
        WITH_FAMILY       | 0 | P0 - Domestic home without reablement support
        ELSEWHERE         | 0 | P0 - Other without reablement support
        HOTEL             | 0 | P0 - Other without reablement support
        HOME              | 1 | P1 - Domestic home with reablement support
        WITH_FAMILY       | 1 | P1 - Domestic home with reablement support
        HOME              | 2 | P1 - Domestic home with reablement support
        HOTEL             | 1 | P1 - Hotel with reablement support
        ELSEWHERE         | 1 | P1 - Other with reablement support
        CARE_HOME_FOR_NOW | 2 | P2 - Care Home  (short term 24hr support)
        ISOLATION         | 2 | P2 - Designated Setting  (isolation before moving to care home)
        HOSPICE           | 2 | P2 - Hospice  (short term 24hr support)
        COMMUNITY_BED     | 2 | P2 - Community Rehab Setting (short term 24hr support)
        COMMUNITY_BED     |   | P2 - Community Rehab Setting (short term 24hr support)
        NEW_CARE_HOME     | 3 | P3 - Care Home (new admission, likely permanent)
        USUAL_CARE_HOME   | 0 | P3b - Care Home (existing resident discharged back)
        ISOLATION         | 3 | P3 - Designated Setting (isolation before moving to care home as new admission)
        OUT_OF_AREA       | 1 | P1 - Domestic home with reablement support
        OUT_OF_AREA       | 3 | P3 - Care Home (new admission, likely permanent)
        HOME              |   | Destination not recorded
        OUT_OF_AREA       |   | Destination not recorded
                          | 1 | Destination not recorded
        """)
    void who_left_stands_on_one_published_line_by_where_they_went(
            @Nullable DestinationKind to, @Nullable Integer pathway, String line) {
        List<Figure> figures = Sitrep.of(List.of(gone("one", to, pathway, false)), DAY, PLACE.zone())
                .destinations();
        assertThat(figures).hasSize(13).extracting(Figure::value).containsOnlyOnce(1L);
        assertThat(figures)
                .filteredOn(figure -> figure.value() == 1)
                .extracting(figure -> figure.name() + figure.stays())
                .containsExactly(line + "[one]");
    }

    @Test
    void who_died_or_went_to_another_hospital_is_not_discharged_and_stands_apart_from_the_return() {
        List<StayRecord> gone = List.of(
                gone("died", DestinationKind.DIED, 1, true),
                gone("transferred", DestinationKind.OTHER_HOSPITAL, 1, false),
                gone("home", DestinationKind.HOME, 0, false));
        Sitrep sitrep = Sitrep.of(gone, DAY, PLACE.zone());
        assertThat(sitrep.counts().get(1).stays()).containsExactly("home");
        assertThat(sitrep.destinations().stream().mapToLong(Figure::value).sum())
                .isEqualTo(1);
        assertThat(sitrep.notDischarged())
                .extracting(figure -> figure.name() + figure.stays())
                .containsExactly("Died[died]", "Moved to another hospital[transferred]");
        assertThat(DischargeDelays.bands(gone, YearMonth.of(2026, 3), PLACE.zone())
                        .getLast()
                        .stays())
                .containsExactly("home");
    }

    private static StayRecord gone(String name, @Nullable DestinationKind to, @Nullable Integer pathway, boolean died) {
        Instant left = FlowBuilder.at("2026-03-10T11:00");
        return new StayRecord(
                name, name, "uhb", "qehb", left.minusSeconds(900_000), left, died, to, pathway, List.of(), List.of());
    }

    @ParameterizedTest(name = "code {0}, way out {1}, lives in a care home {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        19 | 1 | false | HOME
        19 | 1 | true  | USUAL_CARE_HOME
        29 | 0 | false | ELSEWHERE
        42 |   | false | ELSEWHERE
        51 | 2 | false | COMMUNITY_BED
        51 | 0 | false | OTHER_HOSPITAL
        53 | 2 | false | OTHER_HOSPITAL
        54 | 2 | false | CARE_HOME_FOR_NOW
        55 | 3 | false | NEW_CARE_HOME
        65 |   | true  | USUAL_CARE_HOME
        85 |   | false | NEW_CARE_HOME
        88 | 2 | false | HOSPICE
        79 | 1 | false | DIED
        98 | 1 | false |
        home | 1 | false |
           | 1 | false |
        """)
    void the_hospitals_code_speaks_where_staff_named_nothing(
            @Nullable String code, @Nullable Integer pathway, boolean careHome, @Nullable DestinationKind to) {
        assertThat(DischargeCode.read(code, pathway, careHome).orElse(null)).isEqualTo(to);
    }

    @Test
    void the_national_reason_is_derived_from_what_held_them_up_when_the_day_ended() {
        Sitrep sitrep = Sitrep.of(stays, DAY, PLACE.zone());
        assertThat(sitrep.reasons(7, PLACE.causes()))
                .filteredOn(figure -> figure.value() > 0)
                .extracting(figure -> figure.name() + ": " + figure.stays())
                .containsExactlyInAnyOrder(
                        "Capacity – Other home-based social care service not yet available (Pathway 1): [waits for"
                                + " home care]",
                        Sitrep.NOT_RECORDED + ": [waits, nobody says why, left at midnight]");
        assertThat(sitrep.olderReasons(14, PLACE.causes()))
                .filteredOn(figure -> figure.value() > 0)
                .extracting(Figure::name)
                .containsExactly(Sitrep.NO_PLAN);
        assertThat(sitrep.additionalBedDays()).extracting(Figure::value).containsExactly(7L, 1L, 1L);
    }

    @Test
    void delayed_days_are_midnights_split_by_who_must_act() {
        Dtoc dtoc = Dtoc.of(stays, YearMonth.of(2026, 3), DAY, PLACE.zone(), PLACE.causes());
        assertThat(dtoc.of(Side.SOCIAL_CARE)).as("5 to 10 March").isEqualTo(6);
        assertThat(dtoc.of(Side.NHS)).isZero();
        assertThat(dtoc.total())
                .as("home care 4-10, nobody says 9-10, left late 8-9, left at midnight 10")
                .isEqualTo(7 + 2 + 2 + 1);
        assertThat(Dtoc.averageDailyBeds(15, 30)).isEqualTo(1);
        assertThat(Dtoc.averageDailyBeds(14, 30)).isZero();
        assertThat(Dtoc.rate(310, 31, 1_000_000)).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void delays_of_those_who_left_in_the_month() {
        DischargeDelays delays = DischargeDelays.of(stays, YearMonth.of(2026, 3), PLACE.zone());
        assertThat(delays).isEqualTo(new DischargeDelays(3, 2, 3));
        assertThat(delays.percentDelayed()).isEqualTo(200.0 / 3, within(1e-9));
        assertThat(delays.meanDelay()).isEqualTo(1.5);
        assertThat(DischargeDelays.bands(stays, YearMonth.of(2026, 3), PLACE.zone()))
                .extracting(Figure::value)
                .containsExactly(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L);
    }
}
