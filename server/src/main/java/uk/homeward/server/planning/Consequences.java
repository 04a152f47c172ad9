package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.server.planning.Consequence.Verdict;

/** What a scenario changes against another: differences beyond both 95% intervals taken together, in plain words. */
final class Consequences {

    private final Pathway pathway;
    private final Findings before;
    private final Findings after;
    private final List<Consequence> found = new ArrayList<>();

    private Consequences(Pathway pathway, Findings before, Findings after) {
        this.pathway = pathway;
        this.before = before;
        this.after = after;
    }

    /** The greatest first; empty where nothing differs for sure. */
    static List<Consequence> of(Pathway pathway, Findings before, Findings after) {
        return new Consequences(pathway, before, after).all();
    }

    private List<Consequence> all() {
        for (Pool pool : pathway.pools().values()) {
            pool(pool);
        }
        for (var standard : before.standards()) {
            Estimate is = standard.met();
            Estimate will = after.standard(standard.name()).met();
            if (differ(is, will, 0.01)) {
                String title = pathway.get(StandardId.of(standard.name())).title();
                add(
                        will.mean() > is.mean() ? Verdict.BETTER : Verdict.WORSE,
                        title + ": met for " + percent(will) + " instead of " + percent(is) + ".",
                        3 * Math.abs(will.mean() - is.mean()));
            }
        }
        for (Exit exit : pathway.exits().values()) {
            exit(exit);
        }
        cost();
        found.sort(Comparator.comparingDouble(Consequence::weight).reversed());
        return found;
    }

    private void pool(Pool pool) {
        String id = pool.id().value();
        Estimate queue = before.pool(id).queue();
        Estimate queueThen = after.pool(id).queue();
        if (differ(queue, queueThen, 0.2)) {
            add(
                    queueThen.mean() < queue.mean() ? Verdict.BETTER : Verdict.WORSE,
                    "People who wait for " + lower(pool.title()) + ": " + number(queueThen) + " at a time instead of "
                            + number(queue) + ".",
                    1 + relative(queue, queueThen, 1));
        }
        Estimate kept = before.pool(id).blocked();
        Estimate keptThen = after.pool(id).blocked();
        if (differ(kept, keptThen, 0.2)) {
            add(
                    keptThen.mean() < kept.mean() ? Verdict.BETTER : Verdict.WORSE,
                    pool.title() + " kept by people who wait for something else: " + number(keptThen) + " instead of "
                            + number(kept) + ".",
                    0.8 + relative(kept, keptThen, 1));
        }
        Estimate share = before.pool(id).share();
        Estimate shareThen = after.pool(id).share();
        if (differ(share, shareThen, 0.01)) {
            boolean tight = Math.max(share.mean(), shareThen.mean()) > 0.85;
            add(
                    !tight ? Verdict.OTHER : shareThen.mean() < share.mean() ? Verdict.BETTER : Verdict.WORSE,
                    pool.title() + ": " + percent(shareThen) + " full instead of " + percent(share) + ", with "
                            + Math.round(after.pool(id).capacity()) + " places on average.",
                    (tight ? 0.6 : 0.2) + Math.abs(shareThen.mean() - share.mean()));
        }
    }

    private void exit(Exit exit) {
        ExitId id = exit.id();
        Estimate is = before.exit(id.value()).perDay();
        Estimate will = after.exit(id.value()).perDay();
        if (differ(is, will, 0.02 * Math.max(0.5, is.mean()))) {
            boolean more = will.mean() > is.mean();
            Verdict verdict = switch (exit.outcome()) {
                case INDEPENDENT_AT_HOME -> more ? Verdict.BETTER : Verdict.WORSE;
                case CARE_HOME -> more ? Verdict.WORSE : Verdict.BETTER;
                case HOME_WITH_SUPPORT, HOSPITAL, END_OF_LIFE_CARE, COMMUNITY_SUPPORT, DIED, NO_NEED, WITHDRAWN ->
                    Verdict.OTHER;
            };
            add(
                    verdict,
                    exit.title() + ": " + number(will) + " people a day instead of " + number(is) + ".",
                    (verdict == Verdict.OTHER ? 0.1 : 0.5) + relative(is, will, 0.5));
        }
    }

    private void cost() {
        Estimate is = cost(pathway, before);
        Estimate will = cost(pathway, after);
        if (differ(is, will, 0.001 * is.mean())) {
            add(
                    Verdict.OTHER,
                    String.format(
                            Locale.UK,
                            "Places in use cost £%.1f million a year instead of £%.1f million.",
                            will.mean() / 1e6,
                            is.mean() / 1e6),
                    0.7);
        }
    }

    /** What places in use cost in a year, in pounds; intervals of pools are added as if they moved together. */
    static Estimate cost(Pathway pathway, Findings found) {
        double mean = 0;
        double low = 0;
        double high = 0;
        for (var pool : found.pools()) {
            double year = 365.25 * pathway.get(PoolId.of(pool.name())).costPerDay();
            mean += year * pool.occupancy().mean();
            low += year * pool.occupancy().low();
            high += year * pool.occupancy().high();
        }
        return new Estimate(mean, low, high, Double.NaN, Double.NaN);
    }

    private void add(Verdict verdict, String words, double weight) {
        found.add(new Consequence(verdict, words, weight));
    }

    /** True for a difference of at least {@code least} that lies beyond the intervals of both. */
    static boolean differ(Estimate a, Estimate b, double least) {
        double off = Math.abs(a.mean() - b.mean());
        return off >= least && off > Math.hypot(a.halfWidth(), b.halfWidth());
    }

    private static double relative(Estimate a, Estimate b, double least) {
        return Math.min(3, Math.abs(b.mean() - a.mean()) / Math.max(least, Math.abs(a.mean())));
    }

    static String percent(Estimate e) {
        return Double.isNaN(e.mean()) ? "–" : String.format(Locale.ROOT, "%.0f%%", 100 * e.mean());
    }

    static String number(Estimate e) {
        return Double.isNaN(e.mean()) ? "–" : String.format(Locale.ROOT, e.mean() < 10 ? "%.1f" : "%,.0f", e.mean());
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
