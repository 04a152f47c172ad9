package uk.homeward.server.exchange.mllp;

import java.util.concurrent.atomic.LongAdder;

/** Running counts of one listener. */
final class Tally {

    final LongAdder accepted = new LongAdder();
    final LongAdder turnedAway = new LongAdder();
    final LongAdder closedByUs = new LongAdder();
    final LongAdder frames = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder junkBytes = new LongAdder();
    final LongAdder brokenOff = new LongAdder();

    MllpCounts counts(long open) {
        return new MllpCounts(
                open,
                accepted.sum(),
                turnedAway.sum(),
                closedByUs.sum(),
                frames.sum(),
                unanswered.sum(),
                junkBytes.sum(),
                brokenOff.sum());
    }
}
