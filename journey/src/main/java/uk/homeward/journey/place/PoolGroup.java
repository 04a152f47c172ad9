package uk.homeward.journey.place;

/**
 * What a pathway step asks for; any pool of the group can give it.
 *
 * @param unit one of it, in words: "bed", "person", "hour a week"
 * @param costPerDay pounds for one unit on one day
 */
public record PoolGroup(PoolGroupId id, String title, PoolKind kind, String unit, double costPerDay, String source) {}
