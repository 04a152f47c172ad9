package uk.homeward.journey.event;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.PoolId;

/**
 * Where someone is: part of a pool.
 *
 * @param pool the pathway's pool
 * @param unit the ward, centre or team that gives the place
 * @param spot the bed or slot within it; null where none is named
 */
public record Place(PoolId pool, String unit, @Nullable String spot) {}
