package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7TimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "202602, 2026-02-01T00:00:00Z",
        "20260203, 2026-02-03T00:00:00Z",
        "2026020304, 2026-02-03T04:00:00Z",
        "202602030405, 2026-02-03T04:05:00Z",
        "20260203040506, 2026-02-03T04:05:06Z",
        "20260203040506.25, 2026-02-03T04:05:06.250Z",
        "20260203240000, 2026-02-04T00:00:00Z",
        "20260203235960, 2026-02-03T23:59:59Z",
        "20260703120000, 2026-07-03T11:00:00Z",
        "20260703120000+0000, 2026-07-03T12:00:00Z",
        "20260703120000-0130, 2026-07-03T13:30:00Z",
        "202607031200+0530, 2026-07-03T06:30:00Z",
        "2026-02-03T04:05:06, 2026-02-03T04:05:06Z",
        "2026-02-03 04:05, 2026-02-03T04:05:00Z",
        "2026-07-03T12:00:00+02:00, 2026-07-03T10:00:00Z",
        "20260203040506Z, 2026-02-03T04:05:06Z"
    })
    void readsEveryPrecisionWithAndWithoutOffset(String text, Instant moment) {
        assertThat(Hl7Time.read(text)).map(time -> time.at(LONDON, LATER)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "20261301", "20260230", "00000000", "2026020", "202602032500", "20260203+99", "1"})
    void isEmptyForWhatIsNoTime(String text) {
        assertThat(Hl7Time.read(text)).isEmpty();
    }

    @Test
    void tellsTheTwoHoursApartWhenTheClocksGoBackByTheTimeOfArrival() {
        Hl7Time time = Hl7Time.read("20261025013000").orElseThrow();
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(time.at(LONDON, first.plusSeconds(60))).isEqualTo(first);
        assertThat(time.at(LONDON, second.plusSeconds(60))).isEqualTo(second);
        assertThat(time.at(LONDON, LATER)).isEqualTo(second);
    }

    @Test
    void readsATimeInTheHourThatIsLeftOutAsIfTheClocksHadNotChanged() {
        Hl7Time time = Hl7Time.read("20260329013000").orElseThrow();
        assertThat(time.at(LONDON, LATER)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }
}
