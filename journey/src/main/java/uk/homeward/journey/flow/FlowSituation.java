package uk.homeward.journey.flow;

import java.time.Instant;
import uk.homeward.journey.event.Actor;

/**
 * What a command is judged by besides the stay itself.
 *
 * @param at when it happens
 * @param livesAlone whether nobody is at home when the person comes
 */
public record FlowSituation(Instant at, Actor by, boolean livesAlone) {}
