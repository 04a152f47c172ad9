package uk.homeward.server.demo;

import java.time.Instant;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.journeys.JourneyCommand;

/** What is done next on a journey, when, and by whom. */
record Act(Instant at, JourneyCommand command, Actor by) {

    /** True if somebody must first have room for the person. */
    boolean startsAStep() {
        return command instanceof JourneyCommand.StartStep;
    }
}
