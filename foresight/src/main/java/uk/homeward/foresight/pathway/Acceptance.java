package uk.homeward.foresight.pathway;

import java.util.List;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.chance.Fixed;
import uk.homeward.foresight.network.Decision;
import uk.homeward.foresight.network.Option;
import uk.homeward.foresight.network.Step;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.RouteId;

/** The acceptance of a referral, which the language keeps with the route and the network plays as a step and a decision. */
final class Acceptance {

    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";

    private Acceptance() {}

    static String step(RouteId route) {
        return route.value() + ":acceptance";
    }

    static String decision(RouteId route) {
        return route.value() + ":decision";
    }

    /** Where people go first who come by this route. */
    static String first(Route route) {
        return route.acceptance() ? step(route.id()) : route.to().name();
    }

    static Step.Builder stepOf(Route route) {
        Lasting after = route.acceptedAfter();
        Distribution takes = after == null ? new Fixed(0) : Durations.of(after);
        return Step.named(step(route.id())).lasting(takes).then(decision(route.id()));
    }

    static Decision decisionOf(Route route) {
        return new Decision(
                decision(route.id()),
                List.of(
                        new Option(ACCEPTED, route.to().name(), 1 - route.declined(), List.of()),
                        new Option(DECLINED, DECLINED, route.declined(), List.of())));
    }
}
