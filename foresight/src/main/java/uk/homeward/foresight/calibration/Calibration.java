package uk.homeward.foresight.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Step;

/**
 * A pathway learned from events, with how well each part fits and what stays an assumption.
 *
 * @param epoch the day for which the rates of arrival are told, from which growth counts
 */
public record Calibration(
        Pathway pathway,
        Window window,
        LocalDate epoch,
        long journeys,
        long events,
        List<LearnedDuration> steps,
        List<LearnedDuration> acceptance,
        List<LearnedDecision> decisions,
        List<LearnedArrivals> arrivals,
        List<LearnedDeclined> declined,
        List<LearnedReturn> returns) {

    public Calibration {
        steps = List.copyOf(steps);
        acceptance = List.copyOf(acceptance);
        decisions = List.copyOf(decisions);
        arrivals = List.copyOf(arrivals);
        declined = List.copyOf(declined);
        returns = List.copyOf(returns);
    }

    /** The share of referrals by a route that are declined. */
    public record LearnedDeclined(String route, int answered, int count, double assumed, Between share, String why) {}

    /** Something that stays an assumption, and why. */
    public record Kept(String what, String why) {}

    /** Learns all that can be learned from these lives; nothing can be added to them afterwards. */
    public static Calibration of(Lives lives, LocalDate epoch) {
        Pathway pathway = lives.pathway();
        Window window = lives.window();
        Observed seen = lives.close();
        List<LearnedDuration> steps = new ArrayList<>();
        for (Step step : pathway.steps().values()) {
            steps.add(DurationFit.learn(
                    step.id().value(), Observed.of(seen.stays, step.id()), step.lasts(), step.lastsShifts()));
        }
        List<LearnedDuration> acceptance = new ArrayList<>();
        List<LearnedDeclined> declined = new ArrayList<>();
        List<LearnedArrivals> arrivals = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            arrivals.add(ArrivalFit.learn(route, Observed.of(seen.came, route.id()), window, epoch));
            if (route.acceptance()) {
                acceptance.add(DurationFit.learn(
                        route.id().value(),
                        Observed.of(seen.acceptance, route.id()),
                        route.acceptedAfter(),
                        List.of()));
                declined.add(declined(route, seen.declined.getOrDefault(route.id(), new int[2])));
            }
        }
        List<LearnedDecision> decisions = new ArrayList<>();
        for (Decision decision : pathway.decisions().values()) {
            decisions.add(ChoiceFit.learn(
                    decision,
                    Observed.of(seen.choices, decision.id()),
                    median(Observed.of(seen.decidedAfter, decision.id()))));
        }
        List<LearnedReturn> returns = new ArrayList<>();
        for (Exit exit : pathway.exits().values()) {
            Exit.Returns back = exit.returns();
            if (back != null) {
                returns.add(ReturnFit.learn(exit, back, Observed.of(seen.away, exit.id())));
            }
        }
        return new Calibration(
                pathway,
                window,
                epoch,
                seen.journeys,
                seen.events,
                steps,
                acceptance,
                decisions,
                arrivals,
                declined,
                returns);
    }

    private static LearnedDeclined declined(Route route, int[] counts) {
        String why = counts[1] < ArrivalFit.FEW ? "only " + counts[1] + " were answered" : "";
        return new LearnedDeclined(
                route.id().value(), counts[1], counts[0], route.declined(), Between.share(counts[0], counts[1]), why);
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
    }

    /** What was too thin to learn, or is not learned at all. */
    public List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        steps.forEach(s -> kept(kept, "step " + s.name(), s));
        acceptance.forEach(s -> kept(kept, "acceptance by route " + s.name(), s));
        for (LearnedDecision d : decisions) {
            if (!d.isLearned()) {
                kept.add(new Kept("decision " + d.decision(), d.why()));
            }
            d.options()
                    .forEach(o -> o.effects().stream()
                            .filter(e -> !e.isLearned())
                            .forEach(e -> kept.add(new Kept(
                                    "decision " + d.decision() + ", " + o.option() + ": " + e.words(), e.why()))));
        }
        arrivals.forEach(a -> a.kept().forEach(why -> kept.add(new Kept("route " + a.route(), why))));
        declined.stream()
                .filter(d -> !d.why().isEmpty())
                .forEach(d -> kept.add(new Kept("share declined by route " + d.route(), d.why())));
        returns.stream()
                .filter(r -> !r.isLearned())
                .forEach(r -> kept.add(new Kept("share who come back after " + r.exit(), r.why())));
        if (!returns.isEmpty()) {
            kept.add(new Kept("after how long people come back", "its shape is not learned, only how many do"));
        }
        kept.add(new Kept(
                "pools, hours, queues, arranging and standards",
                "events do not teach them: they are what a place sets"));
        return kept;
    }

    private static void kept(List<Kept> kept, String what, LearnedDuration duration) {
        if (!duration.isLearned()) {
            kept.add(new Kept(what, duration.why()));
        }
        duration.effects().stream()
                .filter(e -> !e.isLearned())
                .forEach(e -> kept.add(new Kept(what + ": " + e.words(), e.why())));
    }
}
