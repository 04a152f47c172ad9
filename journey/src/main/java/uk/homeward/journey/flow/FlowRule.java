package uk.homeward.journey.flow;

import java.util.Optional;

/** One named rule: it allows a command on a stay, or refuses it with a reason. */
@FunctionalInterface
interface FlowRule {

    Optional<FlowAnswer.Refused> ALLOWED = Optional.empty();

    Optional<FlowAnswer.Refused> check(Flow flow, FlowCommand command, FlowSituation situation);

    static Optional<FlowAnswer.Refused> refuse(String code, String why) {
        return Optional.of(new FlowAnswer.Refused(code, why));
    }
}
