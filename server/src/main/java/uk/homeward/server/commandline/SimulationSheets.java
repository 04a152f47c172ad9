package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.foresight.engine.Findings.Rate;
import uk.homeward.foresight.engine.Findings.StandardFinding;
import uk.homeward.foresight.engine.Findings.StepFinding;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.pathway.StandardId;

/** The answer of a simulation as tables: means with their 95% confidence interval and percentiles. */
final class SimulationSheets {

    private final Scenario scenario;
    private final Findings found;
    private final SimulationCosts costs;

    SimulationSheets(Scenario scenario, Findings found) {
        this.scenario = scenario;
        this.found = found;
        this.costs = new SimulationCosts(scenario, found);
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(pools());
        sheets.add(steps());
        if (!found.standards().isEmpty()) {
            sheets.add(standards());
        }
        sheets.add(rates("exits", "Exits, people a day", found.exits()));
        sheets.add(rates("arrivals", "Arrivals, people a day", found.sources()));
        if (found.periods().size() > 1) {
            sheets.add(periods());
        }
        return sheets;
    }

    private Sheet pools() {
        Sheet sheet = Sheet.of(
                "pools",
                "Pools: places, and pounds a year for those in use",
                "pool",
                "capacity",
                "occupied",
                "low",
                "high",
                "p5",
                "p95",
                "share",
                "blocked",
                "queue",
                "full",
                "cost");
        for (int i = 0; i < found.pools().size(); i++) {
            PoolFinding p = found.pools().get(i);
            Estimate use = p.occupancy();
            sheet = sheet.with(
                    p.name(),
                    cell(p.capacity()),
                    cell(use.mean()),
                    cell(use.low()),
                    cell(use.high()),
                    cell(use.p5()),
                    cell(use.p95()),
                    cell(p.share().mean()),
                    cell(p.blocked().mean()),
                    cell(p.queue().mean()),
                    cell(p.full().mean()),
                    cell(costs.used(i, p).mean()));
        }
        return sheet;
    }

    private Sheet steps() {
        Sheet sheet = Sheet.of(
                "steps",
                "Steps: people in them and waiting for them; hours of waiting; people a day",
                "step",
                "inside",
                "queue",
                "blocked",
                "wait",
                "low",
                "high",
                "p5",
                "p95",
                "waited",
                "started",
                "done",
                "lapsed",
                "turned-away");
        for (StepFinding s : found.steps()) {
            sheet = sheet.with(
                    s.name(),
                    cell(s.occupancy().mean()),
                    cell(s.queue().mean()),
                    cell(s.blocked().mean()),
                    cell(s.waitHours().mean()),
                    cell(s.waitHours().low()),
                    cell(s.waitHours().high()),
                    cell(s.waitHours().p5()),
                    cell(s.waitHours().p95()),
                    cell(s.waited().mean()),
                    cell(s.started().mean()),
                    cell(s.throughput().mean()),
                    cell(s.lapsed().mean()),
                    cell(s.turnedAway().mean()));
        }
        return sheet;
    }

    private Sheet standards() {
        Sheet sheet = Sheet.of(
                "standards",
                "Standards: share in standard, hours",
                "standard",
                "met",
                "low",
                "high",
                "target",
                "hours",
                "p95",
                "judged-per-day");
        for (StandardFinding s : found.standards()) {
            Double target = scenario.pathway().get(StandardId.of(s.name())).target();
            sheet = sheet.with(
                    s.name(),
                    cell(s.met().mean()),
                    cell(s.met().low()),
                    cell(s.met().high()),
                    target == null ? Sheet.EMPTY : target,
                    cell(s.hours().mean()),
                    cell(s.hours().p95()),
                    cell(s.judged().mean()));
        }
        return sheet;
    }

    private static Sheet rates(String id, String title, List<Rate> rates) {
        Sheet sheet = Sheet.of(id, title, "name", "per-day", "low", "high", "count");
        for (Rate rate : rates) {
            sheet = sheet.with(
                    rate.name(),
                    cell(rate.perDay().mean()),
                    cell(rate.perDay().low()),
                    cell(rate.perDay().high()),
                    cell(rate.count().mean()));
        }
        return sheet;
    }

    private Sheet periods() {
        Sheet sheet = Sheet.of(
                "periods", "Pools by period", "from", "pool", "capacity", "occupied", "low", "high", "blocked");
        for (PeriodFinding period : found.periods()) {
            Object from = scenario.start()
                    .plusSeconds(Math.round(period.fromHours() * 3600))
                    .toLocalDate()
                    .toString();
            for (int i = 0; i < found.pools().size(); i++) {
                Estimate use = period.occupancy().get(i);
                sheet = sheet.with(
                        from,
                        found.pools().get(i).name(),
                        cell(period.capacity().get(i)),
                        cell(use.mean()),
                        cell(use.low()),
                        cell(use.high()),
                        cell(period.blocked().get(i).mean()));
            }
        }
        return sheet;
    }

    private static Object cell(double value) {
        return Double.isFinite(value) ? (Object) value : Sheet.EMPTY;
    }

    static List<String> notes(Scenario scenario, Findings found, long seed) {
        List<String> notes = new ArrayList<>();
        notes.add(scenario.title() + ": " + found.replications() + " runs of " + Math.round(found.hours() / 24)
                + " days, seed " + seed + "; low and high are the 95% confidence interval of the mean.");
        scenario.changes().forEach(change -> notes.add("Changed: " + change));
        return notes;
    }
}
