/** Durable commands on journeys beside bare inserts. */
@NullMarked
package uk.homeward.bench.commands;

import org.jspecify.annotations.NullMarked;
