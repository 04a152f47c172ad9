package uk.homeward.foresight.calibration;

import java.util.List;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.pathway.Durations;
import uk.homeward.journey.pathway.Exit;

/** Learns the share who come back, each person counted by how much of their time to come back has been seen. */
final class ReturnFit {

    private static final int FEW = 20;

    private ReturnFit() {}

    static LearnedReturn learn(Exit exit, Exit.Returns returns, List<Stay> away) {
        Distribution after = Durations.of(returns.after());
        int back = (int) away.stream().filter(Stay::ended).count();
        double seen = away.stream()
                .mapToDouble(s -> s.ended() ? 1 : after.cdf(s.hours()))
                .sum();
        Between share = Between.share(Math.min(back, seen), seen);
        String why = back < FEW ? "only " + back + " came back; at least " + FEW + " are needed" : "";
        return new LearnedReturn(exit.id(), away.size(), back, returns.share(), share, why);
    }
}
