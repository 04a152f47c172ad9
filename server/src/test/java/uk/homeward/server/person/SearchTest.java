package uk.homeward.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void reads_a_number_however_it_is_spaced() {
        assertThat(Search.of(" 999 123-4567 ").digits()).isEqualTo("9991234567");
        assertThat(Search.of("999\u00a0123\u00a04567").digits()).isEqualTo("9991234567");
    }

    @Test
    void reads_a_name_and_a_date_in_any_order_and_either_way_of_writing() {
        LocalDate born = LocalDate.of(1941, 3, 27);
        assertThat(Search.of("Margaret Hughes 27/3/1941"))
                .isEqualTo(new Search("", List.of("margaret", "hughes"), born));
        assertThat(Search.of("27.03.1941 hughes")).isEqualTo(new Search("", List.of("hughes"), born));
        assertThat(Search.of("1941-03-27")).isEqualTo(new Search("", List.of(), born));
    }

    @Test
    void keeps_apostrophes_and_hyphens_of_names() {
        assertThat(Search.of("O’Brien-Smith").words()).containsExactly("o'brien-smith");
    }

    @Test
    void a_day_that_does_not_exist_is_no_date_and_blank_is_nothing() {
        assertThat(Search.of("31/2/1941 hughes").born()).isNull();
        assertThat(Search.of("31/2/1941 hughes").words()).containsExactly("hughes");
        assertThat(Search.of("  ").isEmpty()).isTrue();
    }
}
