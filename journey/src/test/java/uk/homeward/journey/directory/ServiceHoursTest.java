package uk.homeward.journey.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody finds the door open. 7 December 2026 is a Monday; 25 and 28 December are bank holidays. */
class ServiceHoursTest {

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        24/7                                                    | 2026-12-25T03:00 | OPEN
        daily 08:00-20:00                                       | 2026-12-25T08:00 | OPEN
        daily 08:00-20:00                                       | 2026-12-07T20:00 | CLOSED
        Tue 10:00-12:00                                         | 2026-12-08T11:59 | OPEN
        Tue 10:00-12:00                                         | 2026-12-09T11:00 | CLOSED
        Mon, Wed-Thu 09:00-17:00                                | 2026-12-10T09:00 | OPEN
        Mon, Wed-Thu 09:00-17:00                                | 2026-12-08T09:00 | CLOSED
        Sat-Mon 09:00-17:00                                     | 2026-12-06T09:00 | OPEN
        Mon-Fri 09:00-12:00, 13:00-17:00                        | 2026-12-07T12:30 | CLOSED
        Mon-Fri 09:00-12:00, 13:00-17:00                        | 2026-12-07T13:00 | OPEN
        Mon-Fri 09:00-17:00; Sat 10:00-12:00                    | 2026-12-12T10:30 | OPEN
        Mon-Fri 18:30-08:00                                     | 2026-12-12T07:59 | OPEN
        Mon-Fri 18:30-08:00                                     | 2026-12-13T07:59 | CLOSED
        Sat-Sun 08:00-08:00                                     | 2026-12-14T07:00 | OPEN
        1st Tue 10:00-12:00                                     | 2026-12-01T11:00 | OPEN
        1st Tue 10:00-12:00                                     | 2026-12-08T11:00 | CLOSED
        last Fri 10:00-12:00                                    | 2026-11-27T11:00 | OPEN
        last Fri 10:00-12:00                                    | 2026-11-20T11:00 | CLOSED
        Mon every 2 weeks from 2026-12-07 10:00-12:00           | 2026-12-14T11:00 | CLOSED
        Mon every 2 weeks from 2026-12-07 10:00-12:00           | 2026-12-21T11:00 | OPEN
        Mon every 2 weeks from 2026-12-07 10:00-12:00           | 2026-11-23T11:00 | CLOSED
        2026-04-01..2026-09-30 Sun 14:00-16:00; Mon 9:00-10:00  | 2026-12-06T15:00 | CLOSED
        2026-04-01..2026-09-30 Sun 14:00-16:00; Mon 9:00-10:00  | 2026-09-27T15:00 | OPEN
        2027-01-01.. Mon 09:00-17:00                            | 2026-12-07T10:00 | CLOSED
        ..2026-09-30 Sun 14:00-16:00                            | 2026-12-06T15:00 | UNKNOWN
        Mon-Fri 09:00-17:00                                     | 2026-12-25T10:00 | HOLIDAY
        Mon-Fri 09:00-17:00                                     | 2026-12-25T20:00 | CLOSED
        Mon-Fri 09:00-17:00; bank holidays closed               | 2026-12-25T10:00 | CLOSED
        Mon-Fri 09:00-17:00; bank holidays 10:00-12:00          | 2026-12-28T11:00 | OPEN
        Mon-Fri 09:00-17:00; bank holidays 10:00-12:00          | 2026-12-28T16:00 | CLOSED
        daily 09:00-17:00; 2026-12-24..2026-12-26 closed        | 2026-12-24T10:00 | CLOSED
        daily 09:00-17:00; 2026-12-24 09:00-12:00               | 2026-12-24T13:00 | CLOSED
        bank holidays closed; 2026-12-25 09:00-12:00            | 2026-12-25T10:00 | OPEN
        """)
    void the_door_is_open_or_not(String hours, LocalDateTime at, Opening opening) {
        assertThat(ServiceHours.of(hours).at(at, ServiceHoursTest::isHoliday)).isEqualTo(opening);
    }

    private static boolean isHoliday(LocalDate date) {
        return date.equals(LocalDate.of(2026, 12, 25)) || date.equals(LocalDate.of(2026, 12, 28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24/7",
                "daily 08:00-20:00",
                "Mon-Wed, Sat 09:00-12:00, 13:00-24:00; 3rd Thu 18:00-20:00",
                "Mon every 2 weeks from 2026-01-05 10:00-12:00",
                "2026-04-01..2026-09-30 Sun 14:00-16:00; ..2026-03-31 Mon 09:00-10:00; 2026-10-01.. last Fri"
                        + " 09:00-10:00",
                "Mon-Fri 09:00-17:00; bank holidays closed; 2026-12-24 09:00-12:00; 2026-12-25..2026-12-26 closed"
            })
    void what_is_read_is_written_alike(String text) {
        assertThat(ServiceHours.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "Mon",
                "09:00-17:00",
                "Mon-Fry 09:00-17:00",
                "Mon 25:00-26:00",
                "Mon closed",
                "2026-02-30 closed",
                "2026-12-26..2026-12-24 closed",
                "6th Tue 10:00-12:00",
                "Mon-Fri 09:00-17:00; now and then"
            })
    void what_cannot_be_read_is_refused_with_an_example(String text) {
        assertThat(ServiceHours.find(text)).isEmpty();
        assertThatThrownBy(() -> ServiceHours.of(text)).hasMessageContaining("Maybe: ");
    }

    @Test
    void people_read_it_in_words() {
        assertThat(ServiceHours.of("24/7").words()).isEqualTo("day and night");
        assertThat(ServiceHours.of(
                                "2026-04-01.. Mon-Fri 09:00-17:00; bank holidays closed; 2026-12-24..2026-12-26 closed")
                        .words())
                .isEqualTo("Mon-Fri 09:00-17:00 from 1 April 2026; bank holidays closed;"
                        + " 24 December 2026 to 26 December 2026: closed");
    }
}
