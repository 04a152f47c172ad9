package uk.homeward.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static uk.homeward.journey.flow.FlowBuilder.PLACE;
import static uk.homeward.journey.flow.FlowBuilder.admitted;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                false,
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

    @Test
    void the_national_reason_is_derived_from_what_held_them_up_when_the_day_ended() {
        Sitrep sitrep = Sitrep.of(stays, DAY, PLACE.zone());
        assertThat(sitrep.reasons(7, PLACE.causes()))
                .filteredOn(figure -> figure.value() > 0)
                .extracting(figure -> figure.name() + ": " + figure.stays())
                .containsExactlyInAnyOrder(
                        "Capacity – Other home-based social care service not yet available (Pathway 1): [waits for home care]",
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
