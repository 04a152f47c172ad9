package uk.homeward.server.commandline;

import java.time.LocalDateTime;
import java.util.List;
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
        this.costs = new SimulationCosts(scenario);
    }

    String text() {
        ObjectNode root = JSON.createObjectNode();
        head(root);
        put(root, "journeys", found.journeys());
        found.pools().forEach(p -> pool(object(root, "pools").putObject(p.name()), p));
        found.steps().forEach(s -> step(object(root, "steps").putObject(s.name()), s));
        found.decisions().forEach(d -> rates(object(root, "decisions").putObject(d.name()), d.options()));
        rates(root.putObject("exits"), found.exits());
        rates(root.putObject("arrivals"), found.sources());
        found.standards().forEach(s -> standard(object(root, "standards").putObject(s.name()), s));
        cost(root.putObject("cost"));
        ArrayNode periods = root.putArray("periods");
        found.periods().forEach(p -> period(periods.addObject(), p));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
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

    private void pool(ObjectNode node, PoolFinding pool) {
        CaseAnswer.put(node, "capacity", pool.capacity());
        put(node, "occupancy", pool.occupancy());
        put(node, "share", pool.share());
        put(node, "blocked", pool.blocked());
        put(node, "queue", pool.queue());
        put(node, "full", pool.full());
        put(node, "costPerYear", costs.used(pool));
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
        for (StandardFinding standard : found.standards()) {
            if (concerns(standard, step.name())) {
                put(object(node, "shareInStandard"), standard.name(), standard.met());
            }
        }
    }

    private boolean concerns(StandardFinding finding, String step) {
        Standard standard = scenario.pathway().get(StandardId.of(finding.name()));
        return concerns(standard.to(), step) || concerns(standard.from(), step);
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

    private void cost(ObjectNode node) {
        double used =
                found.pools().stream().mapToDouble(p -> costs.used(p).mean()).sum();
        double provided = found.pools().stream()
                .mapToDouble(costs::provided)
                .filter(Double::isFinite)
                .sum();
        CaseAnswer.put(node, "usedPerYear", used);
        CaseAnswer.put(node, "providedPerYear", provided);
    }

    private void period(ObjectNode node, PeriodFinding period) {
        node.put("from", time(period.fromHours()));
        node.put("to", time(period.toHours()));
        ObjectNode pools = node.putObject("pools");
        for (int i = 0; i < found.pools().size(); i++) {
            ObjectNode pool = pools.putObject(found.pools().get(i).name());
            CaseAnswer.put(pool, "capacity", period.capacity().get(i));
            put(pool, "occupancy", period.occupancy().get(i));
            put(pool, "blocked", period.blocked().get(i));
        }
        ObjectNode steps = node.putObject("steps");
        for (int i = 0; i < found.steps().size(); i++) {
            ObjectNode step = steps.putObject(found.steps().get(i).name());
            put(step, "occupancy", period.present().get(i));
            put(step, "queue", period.queue().get(i));
            put(step, "waitHours", period.waitHours().get(i));
            put(step, "throughputPerDay", period.throughput().get(i));
        }
        list(
                node.putObject("exitsPerDay"),
                found.exits().stream().map(Rate::name).toList(),
                period.exits());
        list(
                node.putObject("arrivalsPerDay"),
                found.sources().stream().map(Rate::name).toList(),
                period.sources());
        list(
                node.putObject("standardsMet"),
                found.standards().stream().map(StandardFinding::name).toList(),
                period.met());
    }

    private static void list(ObjectNode node, List<String> names, List<Estimate> estimates) {
        for (int i = 0; i < names.size(); i++) {
            put(node, names.get(i), estimates.get(i));
        }
    }

    private String time(double hours) {
        LocalDateTime at = scenario.start().plusSeconds(Math.round(hours * 3600));
        return at.toString();
    }
}
