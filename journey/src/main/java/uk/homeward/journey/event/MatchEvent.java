package uk.homeward.journey.event;

/** What was asked and answered about two records that may be of one person. */
public sealed interface MatchEvent extends Event {

    /**
     * A door could not tell whether two records are of one person.
     *
     * @param one the record that came later
     * @param bits what speaks for one person, see {@link uk.homeward.journey.identity.Weights}
     * @param words what was found
     */
    record MatchDoubted(String one, String other, double bits, String words) implements MatchEvent {}

    /** Somebody looked and could not tell yet. */
    record MatchPutOff(String reason) implements MatchEvent {}

    record FoundDifferent(String reason) implements MatchEvent {}

    /**
     * They are one person.
     *
     * @param stands the record under which everything is seen from now on
     * @param gaveWay the record that was joined to it
     */
    record FoundSame(String stands, String gaveWay, String reason) implements MatchEvent {}

    /** They were joined by mistake, and were parted again. */
    record FoundSameUndone(String stands, String gaveWay, String reason) implements MatchEvent {}

    record MatchRefused(String command, String code, String why) implements MatchEvent, Refusal {}
}
