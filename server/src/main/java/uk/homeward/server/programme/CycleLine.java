package uk.homeward.server.programme;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.programme.Cycle;

/** One improvement cycle with what its measure says; {@code studied} is null where that has no figures. */
public record CycleLine(Cycle cycle, @Nullable Studied studied) {}
