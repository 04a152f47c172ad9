package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 0, 0);

    @Test
    void theFirstMinuteIsOpenAndTheLastIsNot() {
        OpeningHours hours = OpeningHours.of("daily 08:00-20:00");
        assertThat(hours.isOpen(MONDAY.withHour(7).withMinute(59))).isFalse();
        assertThat(hours.isOpen(MONDAY.withHour(8))).isTrue();
        assertThat(hours.isOpen(MONDAY.withHour(19).withMinute(59))).isTrue();
        assertThat(hours.isOpen(MONDAY.withHour(20))).isFalse();
    }

    @Test
    void weekendsAreClosedWhereTheWeekEndsOnFriday() {
        OpeningHours hours = OpeningHours.of("Mon-Fri 09:00-24:00");
        assertThat(hours.isOpen(MONDAY.plusDays(4).withHour(23).withMinute(59))).isTrue();
        assertThat(hours.isOpen(MONDAY.plusDays(5).withHour(12))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24/7", "daily 08:00-20:00", "Mon-Fri 09:00-17:00", "Tue-Sat 07:00-24:00"})
    void whatIsReadIsWrittenAlike(String text) {
        assertThat(OpeningHours.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "daily 20:00-08:00",
                "Fri-Mon 09:00-17:00",
                "daily 08:00-25:00",
                "Xxx-Fri 09:00-17:00"
            })
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> OpeningHours.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
