package uk.homeward.journey.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.homeward.journey.event.SearchEvent.Wanted;

/** Finds the services that fit a person, ranks them, and says why each stands where it does, or why it does not stand there. */
public final class Matcher {

    /** Beyond so many minutes nearness gives no points. */
    private static final int FAR = 45;

    /** Within so many minutes it gives all of them. */
    private static final int CLOSE = 8;

    private static final int LATE_DAYS = 14;

    private static final Comparator<Match> ORDER = Comparator.comparingInt(Match::points)
            .reversed()
            .thenComparingInt(match -> match.minutes() < 0 ? Integer.MAX_VALUE : match.minutes())
            .thenComparing(match -> match.service().title())
            .thenComparing(match -> match.service().id());

    private final Terms terms;
    private final Travel travel;
    private final FitRules rules;

    public Matcher(Terms terms, Travel travel) {
        this.terms = terms;
        this.travel = travel;
        this.rules = new FitRules(terms, travel);
    }

    public Terms terms() {
        return terms;
    }

    /** A service that does not fit, and the first reason. */
    public record Unfit(CareService service, WhyNot why) {}

    /** Everything that was looked at: what fits, the best first, and what does not. */
    public record Found(List<Match> fits, List<Unfit> others) {
        public Found {
            fits = List.copyOf(fits);
            others = List.copyOf(others);
        }

        /** How many were left out by each rule. */
        public Map<String, Long> leftOut() {
            return others.stream()
                    .collect(Collectors.groupingBy(
                            unfit -> unfit.why().code(), java.util.TreeMap::new, Collectors.counting()));
        }
    }

    public Found find(Asked asked, List<CareService> services) {
        List<Match> fits = new ArrayList<>();
        List<Unfit> others = new ArrayList<>();
        for (CareService service : services) {
            rules.check(asked, service)
                    .ifPresentOrElse(why -> others.add(new Unfit(service, why)), () -> fits.add(match(asked, service)));
        }
        fits.sort(ORDER);
        return new Found(fits, others);
    }

    /** Why this service is not for them; empty if it is. */
    public java.util.Optional<WhyNot> whyNot(Asked asked, CareService service) {
        return rules.check(asked, service);
    }

    /** How well a service that fits would do, and why. */
    public Match match(Asked asked, CareService service) {
        Wanted wanted = asked.wanted();
        OptionalInt minutes = travel.minutes(wanted.near(), service.outward());
        List<Match.Reason> reasons = asked.isUsual(service)
                ? List.of(new Match.Reason("They know it: it is where they want to go back to.", 100, 100))
                : List.of(
                        new Match.Reason(
                                nearWords(wanted, minutes),
                                near(minutes),
                                terms.points().near()),
                        new Match.Reason(
                                wishesWords(wanted, service),
                                wishes(wanted, service),
                                terms.points().wishes()),
                        new Match.Reason(
                                "The regulator's rating: " + CareService.title(service.rating()) + ".",
                                quality(service),
                                terms.points().quality()),
                        new Match.Reason(
                                priceWords(service),
                                price(service),
                                terms.points().price()),
                        new Match.Reason(
                                soonWords(wanted, service),
                                soon(wanted, service),
                                terms.points().soon()));
        double topUp = Math.max(0, service.price() - usual(service));
        return new Match(service, points(asked, service), reasons, minutes.orElse(-1), topUp);
    }

    /** The points alone: what the reasons of {@link #match} add up to, without the words. */
    int points(Asked asked, CareService service) {
        Wanted wanted = asked.wanted();
        return asked.isUsual(service)
                ? 100
                : near(travel.minutes(wanted.near(), service.outward()))
                        + wishes(wanted, service)
                        + quality(service)
                        + price(service)
                        + soon(wanted, service);
    }

    private int near(OptionalInt minutes) {
        int most = terms.points().near();
        return minutes.isEmpty() ? most / 2 : part(most, (FAR - minutes.getAsInt()) / (double) (FAR - CLOSE));
    }

    private static String nearWords(Wanted wanted, OptionalInt minutes) {
        if (minutes.isEmpty()) {
            return "How far it is from those they want near is not known.";
        }
        String whom = wanted.nearWhom().isBlank() ? wanted.near() : wanted.nearWhom() + " in " + wanted.near();
        return "About " + minutes.getAsInt() + " minutes by car from " + whom + ".";
    }

    private int wishes(Wanted wanted, CareService service) {
        int most = terms.points().wishes();
        int all = wanted.desirable().size();
        int met = 0;
        for (String wish : wanted.desirable()) {
            met += service.features().contains(wish) ? 1 : 0;
        }
        return all == 0 ? most : most * met / all;
    }

    private String wishesWords(Wanted wanted, CareService service) {
        if (wanted.desirable().isEmpty()) {
            return "No wishes were told.";
        }
        List<String> met =
                wanted.desirable().stream().filter(service.features()::contains).toList();
        List<String> unmet =
                wanted.desirable().stream().filter(wish -> !met.contains(wish)).toList();
        String words = (met.isEmpty() ? "" : "It has what they wish for: " + listed(met) + ". ")
                + (unmet.isEmpty() ? "" : "It does not have: " + listed(unmet) + ".");
        return words.strip();
    }

    private String listed(List<String> features) {
        return features.stream().map(terms::words).collect(Collectors.joining(", "));
    }

    private int quality(CareService service) {
        double share = switch (service.rating()) {
            case OUTSTANDING -> 1;
            case GOOD -> 0.85;
            case NOT_RATED -> 0.5;
            case REQUIRES_IMPROVEMENT -> 0.25;
            case INADEQUATE -> 0;
        };
        return part(terms.points().quality(), share);
    }

    private double usual(CareService service) {
        return terms.usualPrice().getOrDefault(service.kind(), service.price());
    }

    private int price(CareService service) {
        double above = Math.max(0, service.price() - usual(service)) / usual(service);
        return part(terms.points().price(), 1 - 4 * above);
    }

    private String priceWords(CareService service) {
        return service.price() > usual(service)
                ? "It costs " + service.priceWords() + ", above the usual price: somebody would have to pay the rest."
                : "It costs " + service.priceWords() + ", within the usual price.";
    }

    private static long late(Wanted wanted, CareService service) {
        return Math.max(0, service.freeFrom().toEpochDay() - wanted.from().toEpochDay());
    }

    private int soon(Wanted wanted, CareService service) {
        return part(terms.points().soon(), 1 - late(wanted, service) / (double) LATE_DAYS);
    }

    private static String soonWords(Wanted wanted, CareService service) {
        long late = late(wanted, service);
        return (late == 0 ? "It can begin on the day." : "It is free " + late + " days later than wanted.")
                + (wanted.forTwo() ? " It has places for both, so they stay together." : "");
    }

    private static int part(int most, double share) {
        return (int) Math.round(most * Math.clamp(share, 0, 1));
    }
}
