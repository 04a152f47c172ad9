/**
 * The pathway that runs care, played forward: its compilation to a network, scenarios that change it, the events of
 * simulated journeys as real care would record them, and a player that makes the choices of one live journey.
 */
@NullMarked
package uk.homeward.foresight.pathway;

import org.jspecify.annotations.NullMarked;
