package uk.homeward.journey.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    /** The published example of the NHS data dictionary and numbers whose check digit was worked out by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"943 476 5919", "9434765919", "943-476-5919", "4010232137", "9990000018", "0000000000"})
    void acceptsRightCheckDigitsInAnySpacing(String text) {
        assertThat(NhsNumber.isValid(text)).isTrue();
        assertThat(NhsNumber.of(text).value()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5918", "493 476 5919", "943476591", "94347659190", "943476591x", "", "٩434765919"})
    void refusesWrongOnes(String text) {
        assertThat(NhsNumber.isValid(text)).isFalse();
        assertThatThrownBy(() -> NhsNumber.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe: ");
    }

    @Test
    void everySwapOfTwoNeighboursThatDifferIsFound() {
        String right = "9434765919";
        for (int i = 0; i < 9; i++) {
            char[] digits = right.toCharArray();
            char first = digits[i];
            digits[i] = digits[i + 1];
            digits[i + 1] = first;
            assertThat(NhsNumber.isValid(new String(digits))).isEqualTo(digits[i] == digits[i + 1]);
        }
    }

    @Test
    void oneInElevenNumbersHasNoCheckDigit() {
        long none = IntStream.range(999_000_000, 1_000_000_000)
                .filter(nine -> !NhsNumber.isUsable(nine))
                .count();
        assertThat(none).isBetween(90_900L, 90_920L);
    }

    @Test
    void knowsTestNumbersAndDummies() {
        assertThat(NhsNumber.of("9999999999").isDummy()).isTrue();
        assertThat(NhsNumber.of("9434765919").isDummy()).isFalse();
        assertThat(NhsNumber.beginningWith(999_123_457).isForTests()).isTrue();
        assertThat(NhsNumber.of("9434765919").isForTests()).isFalse();
    }

    @Test
    void isWrittenInThreeGroups() {
        assertThat(NhsNumber.of("9434765919").formatted()).isEqualTo("943 476 5919");
    }
}
