package uk.homeward.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.homeward.journey.event.FlowEvent;

/**
 * The discharge-ready date by example. A round is written {@code +time} while criteria are met and {@code -time} once they
 * are not; times are local.
 */
class DischargeReadyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "{0}: {1}, left {2}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody asked                     |                                                             | 2026-03-09T12:00 |
            criteria met to the end          | +2026-03-02T09:00 +2026-03-03T09:00                         | 2026-03-04T12:00 |
            ready and gone the same day      | +2026-03-02T09:00 -2026-03-03T09:00                         | 2026-03-03T17:00 | 2026-03-03 0
            one midnight                     | -2026-03-03T23:59                                           | 2026-03-04T00:01 | 2026-03-03 1
            a round at midnight              | -2026-03-03T00:00                                           | 2026-03-04T00:00 | 2026-03-03 1
            left at the moment of the round  | -2026-03-03T09:00                                           | 2026-03-03T09:00 | 2026-03-03 0
            two rounds say the same          | -2026-03-03T09:00 -2026-03-04T09:00                         | 2026-03-06T12:00 | 2026-03-03 3
            met again, then lost: the last   | -2026-03-03T09:00 +2026-03-04T09:00 -2026-03-06T09:00       | 2026-03-08T12:00 | 2026-03-06 2
            met again the same day and lost  | -2026-03-03T09:00 +2026-03-03T14:00 -2026-03-03T18:00       | 2026-03-05T12:00 | 2026-03-03 2
            met again and never lost         | -2026-03-03T09:00 +2026-03-04T09:00                         | 2026-03-08T12:00 |
            rounds after leaving do not count| -2026-03-03T09:00 +2026-03-06T09:00                         | 2026-03-05T12:00 | 2026-03-03 2
            clocks go forward (29 March)     | -2026-03-28T12:00                                           | 2026-03-30T11:00 | 2026-03-28 2
            clocks go back (25 October)      | -2026-10-24T23:30                                           | 2026-10-26T00:10 | 2026-10-24 2
            half past midnight in summer     | -2026-07-01T00:30                                           | 2026-07-01T23:00 | 2026-07-01 0
            still there: the current period  | -2026-03-03T09:00 +2026-03-04T09:00 -2026-03-06T09:00       |                  | 2026-03-06 14
            still there, ready all the time  | -2026-03-03T09:00                                           |                  | 2026-03-03 17
            still there, met again           | -2026-03-03T09:00 +2026-03-04T09:00                         |                  |
            told in another order            | -2026-03-06T09:00 +2026-03-04T09:00 -2026-03-03T09:00       | 2026-03-08T12:00 | 2026-03-06 2
            """)
    void the_date_and_the_days(String name, @Nullable String rounds, @Nullable String left, @Nullable String expected) {
        assertThat(answer(rounds(rounds), left)).isEqualTo(expected);
    }

    @Test
    void of_two_rounds_of_one_moment_the_one_told_later_counts() {
        Instant at = at("2026-03-03T09:00");
        List<DischargeReady.Round> corrected =
                List.of(new DischargeReady.Round(at, true, 1), new DischargeReady.Round(at, false, 2));
        assertThat(answer(corrected, "2026-03-05T09:00")).isEqualTo("2026-03-03 2");
        List<DischargeReady.Round> back =
                List.of(new DischargeReady.Round(at, false, 1), new DischargeReady.Round(at, true, 2));
        assertThat(answer(back, "2026-03-05T09:00")).isNull();
    }

    @Test
    void neither_the_order_of_telling_nor_telling_twice_changes_the_periods() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            List<DischargeReady.Round> rounds = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Instant at = at("2026-03-01T00:00").plusSeconds(3_600L * random.nextInt(200));
                rounds.add(new DischargeReady.Round(at, random.nextBoolean(), i));
            }
            Instant left = random.nextBoolean() ? at("2026-03-05T00:00") : null;
            List<DischargeReady.Round> shuffled = new ArrayList<>(rounds);
            shuffled.addAll(rounds.subList(0, 4));
            Collections.shuffle(shuffled, random);
            List<ReadyPeriod> periods = DischargeReady.periods(rounds, left);
            assertThat(DischargeReady.periods(shuffled, left)).isEqualTo(periods);
            for (int i = 1; i < periods.size(); i++) {
                assertThat(periods.get(i - 1).until())
                        .isNotNull()
                        .isBefore(periods.get(i).from());
            }
        }
    }

    @Test
    void a_round_that_is_told_late_moves_the_date_back() {
        FlowBuilder stay = FlowBuilder.admitted("2026-03-01T10:00").round("2026-03-05T09:00", false);
        stay.round("2026-03-03T09:00", false); // told afterwards
        assertThat(stay.left("2026-03-06T12:00")
                        .flow()
                        .ready(at("2026-03-07T09:00"))
                        .orElseThrow())
                .isEqualTo(new DischargeReady(at("2026-03-03T09:00"), java.time.LocalDate.of(2026, 3, 3), 3));
    }

    @Test
    void an_amended_time_and_a_withdrawn_round_count_as_they_are_put_right() {
        FlowBuilder stay = FlowBuilder.admitted("2026-03-01T10:00")
                .round("2026-03-03T09:00", false)
                .round("2026-03-05T09:00", true)
                .tell("2026-03-05T10:00", new FlowCommand.AmendFact(2, null, true, "the wrong person"))
                .tell("2026-03-05T10:05", new FlowCommand.AmendFact(1, at("2026-03-02T09:00"), false, "a day earlier"));
        assertThat(stay.flow().ready(at("2026-03-06T12:00")).orElseThrow().date())
                .hasToString("2026-03-02");
        stay.record("2026-03-06T13:00", new FlowEvent.FactAmended(2, null, false, "it was the right person after all"));
        assertThat(stay.flow().ready(at("2026-03-06T12:00"))).isEmpty();
    }

    private static @Nullable String answer(List<DischargeReady.Round> rounds, @Nullable String left) {
        Instant leftAt = left == null ? null : at(left);
        return DischargeReady.of(DischargeReady.periods(rounds, leftAt), leftAt, at("2026-03-20T12:00"), ZONE)
                .map(ready -> ready.date() + " " + ready.days())
                .orElse(null);
    }

    private static List<DischargeReady.Round> rounds(@Nullable String text) {
        List<DischargeReady.Round> rounds = new ArrayList<>();
        for (String round : text == null ? new String[0] : text.split(" ")) {
            rounds.add(new DischargeReady.Round(at(round.substring(1)), round.startsWith("+"), rounds.size()));
        }
        return rounds;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
