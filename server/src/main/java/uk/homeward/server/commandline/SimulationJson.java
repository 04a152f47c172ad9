package uk.homeward.server.commandline;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.foresight.engine.Findings.Rate;
import uk.homeward.foresight.engine.Findings.StandardFinding;
import uk.homeward.foresight.engine.Findings.StepFinding;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.pathway.Moment;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.StandardId;

/** The answer of a simulation as JSON, described in docs/foresight.md. */
final class SimulationJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Scenario scenario;
    private final Findings found;
    private final long seed;
    private final SimulationCosts costs;

    SimulationJson(Scenario scenario, Findings found, long seed) {
        this.scenario = scenario;
        this.found = found;
        this.seed = seed;
        this.costs = new SimulationCosts(scenario, found);
    }

    String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer());
    }

    ObjectNode answer() {
        ObjectNode root = JSON.createObjectNode();
        head(root);
        put(root, "journeys", found.journeys());
        ObjectNode pools = root.putObject("pools");
        for (int i = 0; i < found.pools().size(); i++) {
            pool(pools.putObject(found.pools().get(i).name()), i);
        }
        found.steps().forEach(s -> step(object(root, "steps").putObject(s.name()), s));
        found.decisions().forEach(d -> rates(object(root, "decisions").putObject(d.name()), d.options()));
        rates(root.putObject("exits"), found.exits());
        rates(root.putObject("arrivals"), found.sources());
        found.standards().forEach(s -> standard(object(root, "standards").putObject(s.name()), s));
        cost(
                root.putObject("cost"),
                found.inUse(),
                found.pools().stream().map(PoolFinding::capacity).toList());
        ArrayNode periods = root.putArray("periods");
        found.periods().forEach(p -> period(periods.addObject(), p));
        return root;
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode there ? there : parent.putObject(key);
    }

    private void head(ObjectNode root) {
        root.put("scenario", scenario.id());
        root.put("title", scenario.title());
        root.put("pathway", scenario.pathway().id().value());
        root.put("version", scenario.pathway().version());
        scenario.changes().forEach(root.putArray("changes")::add);
        root.put("start", scenario.start().toString());
        CaseAnswer.put(root, "warmUpHours", scenario.warmUpHours());
        CaseAnswer.put(root, "hours", found.hours());
        root.put("replications", found.replications());
        root.put("seed", seed);
        root.put("events", found.events());
    }

    private static void put(ObjectNode parent, String key, Estimate e) {
        ObjectNode node = parent.putObject(key);
        CaseAnswer.put(node, "mean", e.mean());
        CaseAnswer.put(node, "low", e.low());
        CaseAnswer.put(node, "high", e.high());
        CaseAnswer.put(node, "p5", e.p5());
        CaseAnswer.put(node, "p95", e.p95());
    }

    private void pool(ObjectNode node, int index) {
        PoolFinding pool = found.pools().get(index);
        CaseAnswer.put(node, "capacity", pool.capacity());
        put(node, "occupancy", pool.occupancy());
        put(node, "share", pool.share());
        put(node, "blocked", pool.blocked());
        put(node, "queue", pool.queue());
        put(node, "waitHours", pool.waitHours());
        put(node, "throughputPerDay", pool.throughput());
        put(node, "full", pool.full());
        put(node, "costPerYear", costs.used(index, pool));
        inStandard(
                node,
                users(pool.name()),
                standard -> found.standards().get(standard).met());
    }

    private List<String> users(String pool) {
        return scenario.pathway().steps().values().stream()
                .filter(s -> s.occupies().containsKey(PoolId.of(pool)))
                .map(s -> s.id().value())
                .toList();
    }

    /** The share met of each standard that begins or ends with one of these steps. */
    private void inStandard(ObjectNode node, List<String> steps, IntFunction<Estimate> met) {
        for (int i = 0; i < found.standards().size(); i++) {
            String name = found.standards().get(i).name();
            Standard standard = scenario.pathway().get(StandardId.of(name));
            if (steps.stream().anyMatch(s -> concerns(standard.to(), s) || concerns(standard.from(), s))) {
                put(object(node, "shareInStandard"), name, met.apply(i));
            }
        }
    }

    private void step(ObjectNode node, StepFinding step) {
        put(node, "occupancy", step.occupancy());
        put(node, "queue", step.queue());
        put(node, "blocked", step.blocked());
        put(node, "waitHours", step.waitHours());
        put(node, "waited", step.waited());
        put(node, "startedPerDay", step.started());
        put(node, "throughputPerDay", step.throughput());
        put(node, "lapsedPerDay", step.lapsed());
        put(node, "turnedAwayPerDay", step.turnedAway());
        inStandard(node, List.of(step.name()), i -> found.standards().get(i).met());
    }

    private static boolean concerns(Moment moment, String step) {
        return moment.kind() != Moment.Kind.DECIDED && step.equals(moment.subject());
    }

    private static void rates(ObjectNode node, List<Rate> rates) {
        for (Rate rate : rates) {
            ObjectNode one = node.putObject(rate.name());
            put(one, "perDay", rate.perDay());
            put(one, "count", rate.count());
        }
    }

    private void standard(ObjectNode node, StandardFinding finding) {
        Double target = scenario.pathway().get(StandardId.of(finding.name())).target();
        put(node, "met", finding.met());
        CaseAnswer.put(node, "target", target == null ? Double.NaN : target);
        put(node, "hours", finding.hours());
        put(node, "judgedPerDay", finding.judged());
    }

    private void cost(ObjectNode node, List<List<Double>> inUse, List<Double> capacities) {
        put(node, "usedPerYear", costs.used(inUse));
        CaseAnswer.put(node, "providedPerYear", costs.provided(capacities));
    }

    private void period(ObjectNode node, PeriodFinding period) {
        node.put("from", time(period.fromHours()));
        node.put("to", time(period.toHours()));
        ObjectNode pools = node.putObject("pools");
        for (int i = 0; i < found.pools().size(); i++) {
            pool(pools.putObject(found.pools().get(i).name()), i, period);
        }
        ObjectNode steps = node.putObject("steps");
        for (int i = 0; i < found.steps().size(); i++) {
            step(steps.putObject(found.steps().get(i).name()), i, period);
        }
        double days = (period.toHours() - period.fromHours()) / 24;
        rates(node.putObject("exits"), found.exits(), period.exits(), days);
        rates(node.putObject("arrivals"), found.sources(), period.sources(), days);
        ObjectNode standards = node.putObject("standards");
        for (int i = 0; i < found.standards().size(); i++) {
            put(
                    standards.putObject(found.standards().get(i).name()),
                    "met",
                    period.met().get(i));
        }
        cost(node.putObject("cost"), period.inUse(), period.capacity());
    }

    private void pool(ObjectNode node, int i, PeriodFinding period) {
        CaseAnswer.put(node, "capacity", period.capacity().get(i));
        put(node, "occupancy", period.occupancy().get(i));
        put(node, "blocked", period.blocked().get(i));
        put(node, "queue", period.poolQueue().get(i));
        put(node, "waitHours", period.poolWaitHours().get(i));
        put(node, "throughputPerDay", period.poolThroughput().get(i));
        inStandard(node, users(found.pools().get(i).name()), period.met()::get);
    }

    private void step(ObjectNode node, int i, PeriodFinding period) {
        put(node, "occupancy", period.present().get(i));
        put(node, "queue", period.queue().get(i));
        put(node, "blocked", period.stepBlocked().get(i));
        put(node, "waitHours", period.waitHours().get(i));
        put(node, "throughputPerDay", period.throughput().get(i));
        inStandard(node, List.of(found.steps().get(i).name()), period.met()::get);
    }

    private static void rates(ObjectNode node, List<Rate> names, List<Estimate> perDay, double days) {
        for (int i = 0; i < names.size(); i++) {
            ObjectNode one = node.putObject(names.get(i).name());
            put(one, "perDay", perDay.get(i));
            put(one, "count", perDay.get(i).times(days));
        }
    }

    private String time(double hours) {
        LocalDateTime at = scenario.start().plusSeconds(Math.round(hours * 3600));
        return at.toString();
    }
}
