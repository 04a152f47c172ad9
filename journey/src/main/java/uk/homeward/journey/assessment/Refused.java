package uk.homeward.journey.assessment;

import java.util.Optional;

/**
 * Why something is not done.
 *
 * @param code a stable word for programs, such as {@code one-is-enough}
 * @param why plain words for people, with what to do
 */
public record Refused(String code, String why) {

    static Optional<Refused> because(String code, String why) {
        return Optional.of(new Refused(code, why));
    }
}
