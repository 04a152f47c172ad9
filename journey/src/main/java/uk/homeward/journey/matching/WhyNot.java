package uk.homeward.journey.matching;

import java.util.Optional;

/**
 * Why a service cannot be had.
 *
 * @param code the rule, for programs
 * @param words for people
 */
public record WhyNot(String code, String words) {

    static final Optional<WhyNot> NOTHING = Optional.empty();

    static Optional<WhyNot> because(String code, String words) {
        return Optional.of(new WhyNot(code, words));
    }
}
