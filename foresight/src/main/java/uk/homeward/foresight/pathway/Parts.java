package uk.homeward.foresight.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.journey.pathway.PoolId;

/** Where the engine counted parts of places, brings findings back to places. */
final class Parts {

    private Parts() {}

    static Findings asPlaces(Findings found, Map<PoolId, Integer> parts) {
        if (parts.values().stream().allMatch(p -> p == 1)) {
            return found;
        }
        List<Integer> of = found.pools().stream()
                .map(p -> parts.getOrDefault(PoolId.of(p.name()), 1))
                .toList();
        List<PoolFinding> pools = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            pools.add(pool(found.pools().get(i), of.get(i)));
        }
        return new Findings(
                found.replications(),
                found.hours(),
                found.events(),
                found.journeys(),
                pools,
                found.steps(),
                found.decisions(),
                found.exits(),
                found.sources(),
                found.standards(),
                found.periods().stream().map(p -> period(p, of)).toList(),
                inUse(found.inUse(), of));
    }

    private static List<List<Double>> inUse(List<List<Double>> inUse, List<Integer> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(p ->
                        inUse.get(p).stream().map(use -> use / parts.get(p)).toList())
                .toList();
    }

    private static PoolFinding pool(PoolFinding p, int parts) {
        return new PoolFinding(
                p.name(),
                p.capacity() / parts,
                divided(p.occupancy(), parts),
                p.share(),
                divided(p.blocked(), parts),
                p.queue(),
                p.full(),
                p.waitHours(),
                p.throughput());
    }

    private static PeriodFinding period(PeriodFinding p, List<Integer> parts) {
        List<Double> capacity = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            capacity.add(p.capacity().get(i) / parts.get(i));
        }
        return new PeriodFinding(
                p.fromHours(),
                p.toHours(),
                divided(p.occupancy(), parts),
                capacity,
                divided(p.blocked(), parts),
                p.present(),
                p.queue(),
                p.waitHours(),
                p.throughput(),
                p.exits(),
                p.sources(),
                p.met(),
                p.poolQueue(),
                p.poolWaitHours(),
                p.poolThroughput(),
                p.stepBlocked(),
                inUse(p.inUse(), parts));
    }

    private static List<Estimate> divided(List<Estimate> estimates, List<Integer> parts) {
        List<Estimate> divided = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            divided.add(divided(estimates.get(i), parts.get(i)));
        }
        return divided;
    }

    private static Estimate divided(Estimate e, int by) {
        return e.times(1.0 / by);
    }
}
