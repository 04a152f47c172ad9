package uk.homeward.journey.journeys;

import java.util.Optional;

/** One named rule: it allows a command, or refuses it with a reason. */
@FunctionalInterface
interface Rule {

    /** Empty means allowed. */
    Optional<Answer.Refused> check(Journey journey, JourneyCommand command, Situation situation);

    static Optional<Answer.Refused> refuse(String code, String why) {
        return Optional.of(new Answer.Refused(code, why));
    }

    Optional<Answer.Refused> ALLOWED = Optional.empty();
}
