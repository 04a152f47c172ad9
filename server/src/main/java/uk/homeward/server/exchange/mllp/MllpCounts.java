package uk.homeward.server.exchange.mllp;

/**
 * What a listener has seen since it started.
 *
 * @param open connections that are open now
 * @param accepted connections that were accepted
 * @param turnedAway connections that were closed at once because too many were open
 * @param closedByUs connections that were closed because they were idle, stalled, or sent no frames
 * @param frames messages received
 * @param unanswered messages for which no answer could be given or sent
 * @param junkBytes bytes outside of frames
 * @param brokenOff messages that were begun and not ended
 */
public record MllpCounts(
        long open,
        long accepted,
        long turnedAway,
        long closedByUs,
        long frames,
        long unanswered,
        long junkBytes,
        long brokenOff) {}
