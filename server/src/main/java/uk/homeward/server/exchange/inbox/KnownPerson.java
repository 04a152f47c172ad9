package uk.homeward.server.exchange.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PersonEvent.Details;

/** A person as they stand in this house. */
record KnownPerson(String id, Details details, @Nullable Instant diedAt) {}
