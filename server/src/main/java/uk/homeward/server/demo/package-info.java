/**
 * The demo's life: a place full of made-up people, ninety days of history, and a present that goes on. What happens is
 * told to journeys by the same commands as people use; chance decides it, by the shares and durations of the pathway and a
 * stream of numbers for each journey, so that the same seed gives the same life.
 */
@NullMarked
package uk.homeward.server.demo;

import org.jspecify.annotations.NullMarked;
