package uk.homeward.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Step;

/** Where the autopilot acts: the running place, or a past that is being made up. */
interface World {

    Optional<Journey> find(String journey);

    /** Brings somebody in; the journey as it then stands, or empty if another door will open it, or refused. */
    Optional<Journey> open(Arrival arrival, Somebody who, JourneyCommand.Open open, Actor by);

    /** Tells a journey something; the journey afterwards, or empty if it was refused or somebody else was faster. */
    Optional<Journey> tell(Journey seen, JourneyCommand command, Instant at, Actor by);

    void tellPerson(String person, List<PersonEvent> facts, Instant at, Actor by);

    /** How many people could begin this step now. */
    int room(Step step);
}
