/**
 * The network that the engine plays, declared by name: pools, steps, decisions, exits, sources of people. A pathway is
 * compiled to it; an analyst's plain queue can be written in it directly. Durations are hours.
 */
@NullMarked
package uk.homeward.foresight.network;

import org.jspecify.annotations.NullMarked;
