/**
 * What other systems tell, kept as received, and turned into what the house knows: people, hospital stays and journeys.
 * What cannot be understood or applied waits here until a person mends and replays it.
 */
@NullMarked
package uk.homeward.server.exchange.inbox;

import org.jspecify.annotations.NullMarked;
