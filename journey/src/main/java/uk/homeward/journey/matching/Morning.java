package uk.homeward.journey.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.homeward.journey.event.SearchEvent.Urgency;

/**
 * Who should have which place this morning. The proposal makes the days that all spend at the right place, counted over the
 * weeks ahead, as many as there can be, after the rules of fairness that {@link #rules} writes out; it says what each line
 * costs the others.
 */
public final class Morning {

    /** Days are counted in thousandths, so that sums are exact. */
    private static final double UNIT = 1_000;

    private final Matcher matcher;
    private final Terms.Fairness fairness;
    private final List<Waiting> people;
    private final List<CareService> services;
    private final LocalDate today;
    private final double[][] days;
    private final long[][] gain;

    private Morning(Matcher matcher, List<Waiting> people, List<CareService> services, LocalDate today) {
        this.matcher = matcher;
        this.fairness = matcher.terms().fairness();
        this.people = people;
        this.services = services;
        this.today = today;
        this.days = new double[people.size()][services.size()];
        this.gain = new long[people.size()][services.size()];
    }

    /**
     * Somebody who waits for a place.
     *
     * @param search their search
     * @param since the day since which they wait
     * @param chosen the place that they chose; empty while they have not
     */
    public record Waiting(String search, Asked asked, LocalDate since, String chosen) {}

    /**
     * A line of the proposal.
     *
     * @param service the place that is proposed; empty for somebody who goes on waiting
     * @param match how well it fits; empty with the service
     * @param days at the right place, over the weeks ahead
     * @param weight by which these days count under the rules
     * @param costsOthers weighted days that the others give up for it
     * @param next the search whose turn it would be else; empty if nobody's
     * @param fitting how many of today's services fit them
     */
    public record Line(
            Waiting person,
            Optional<CareService> service,
            Optional<Match> match,
            double days,
            double weight,
            double costsOthers,
            Optional<String> next,
            int fitting) {}

    /**
     * The whole proposal.
     *
     * @param days at the right place, all together
     * @param firstComeDays the same, if whoever waited longest chose first, and so on
     * @param firstComePlaced how many would have a place then
     * @param worth what one more place would yield in weighted days, for each service that is full
     */
    public record Proposal(
            List<Line> lines,
            double days,
            int placed,
            double firstComeDays,
            int firstComePlaced,
            Map<String, Double> worth) {

        public Proposal {
            lines = List.copyOf(lines);
            worth = Map.copyOf(worth);
        }

        public double daysSaved() {
            return days - firstComeDays;
        }
    }

    public static Proposal propose(Matcher matcher, List<Waiting> people, List<CareService> services, LocalDate today) {
        Morning morning = new Morning(matcher, List.copyOf(people), List.copyOf(services), today);
        morning.weigh();
        return morning.settle();
    }

    /** The matrix that a proposal is the best assignment of, one row for each person: to compare it with other solvers. */
    public static long[][] gains(Matcher matcher, List<Waiting> people, List<CareService> services, LocalDate today) {
        Morning morning = new Morning(matcher, people, services, today);
        morning.weigh();
        return morning.gain;
    }

    /** What each place would gain for each person, in thousandths of weighted days. */
    private void weigh() {
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < services.size(); j++) {
                Waiting person = people.get(i);
                CareService service = services.get(j);
                boolean open = person.chosen().isEmpty() || person.chosen().equals(service.id());
                if (open && matcher.whyNot(person.asked(), service).isEmpty()) {
                    days[i][j] = daysAtTheRightPlace(person, service);
                    gain[i][j] = Math.round(UNIT * days[i][j] * weight(person));
                } else {
                    gain[i][j] = Assignment.NEVER;
                }
            }
        }
    }

    /** The days ahead that are left once they are there, each counted by how well the place fits. */
    private double daysAtTheRightPlace(Waiting person, CareService service) {
        LocalDate start = Arrays.stream(new LocalDate[] {
                    today, service.freeFrom(), person.asked().wanted().from()
                })
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long left = Math.max(0, fairness.days() - ChronoUnit.DAYS.between(today, start));
        double points = matcher.points(person.asked(), service) / 100.0;
        return left * (fairness.fits() + (1 - fairness.fits()) * points);
    }

    /** How much a person's days count: by urgency, by how long they have waited, and where the place is their own choice. */
    double weight(Waiting person) {
        double urgency = switch (person.asked().wanted().urgency()) {
            case ROUTINE -> 1;
            case SOON -> fairness.soon();
            case URGENT -> fairness.urgent();
        };
        double weeks = Math.max(0, ChronoUnit.DAYS.between(person.since(), today)) / 7.0;
        double waited = Math.min(fairness.waitedAtMost(), 1 + fairness.eachWeek() * weeks);
        return urgency * waited * (person.chosen().isEmpty() ? 1 : fairness.wished());
    }

    private Proposal settle() {
        int[] room = services.stream()
                .mapToInt(service -> Math.max(0, service.room()))
                .toArray();
        for (int i = 0; i < people.size(); i++) {
            keepUsual(i, room);
        }
        Assignment best = Assignment.best(gain, room);
        int[] placeOf = best.placeOf();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            lines.add(line(i, placeOf[i], best));
        }
        int[] firstCome = firstCome(room);
        Map<String, Double> worth = new java.util.HashMap<>();
        for (int j = 0; j < room.length; j++) {
            if (best.price(j) > 0) {
                worth.put(services.get(j).id(), best.price(j) / UNIT);
            }
        }
        return new Proposal(lines, days(placeOf), placed(placeOf), days(firstCome), placed(firstCome), worth);
    }

    /** A place that is kept for somebody is there for them, even where nothing else is free. */
    private void keepUsual(int person, int[] room) {
        for (int j = 0; j < room.length; j++) {
            if (people.get(person).asked().isUsual(services.get(j)) && room[j] == 0) {
                room[j] = 1;
            }
        }
    }

    private Line line(int i, int place, Assignment best) {
        Waiting person = people.get(i);
        int fitting =
                (int) Arrays.stream(gain[i]).filter(g -> g != Assignment.NEVER).count();
        if (place == Assignment.NONE) {
            return new Line(
                    person, Optional.empty(), Optional.empty(), 0, weight(person), 0, Optional.empty(), fitting);
        }
        Assignment.Cost cost = best.costToOthers(i);
        CareService service = services.get(place);
        return new Line(
                person,
                Optional.of(service),
                Optional.of(matcher.match(person.asked(), service)),
                days[i][place],
                weight(person),
                cost.gain() / UNIT,
                cost.next() == Assignment.NONE
                        ? Optional.empty()
                        : Optional.of(people.get(cost.next()).search()),
                fitting);
    }

    /** Whoever waited longest takes the place that is best for them, then the next. */
    private int[] firstCome(int[] room) {
        int[] left = room.clone();
        int[] placeOf = new int[people.size()];
        Arrays.fill(placeOf, Assignment.NONE);
        IntStream.range(0, people.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> people.get(i).since())
                        .thenComparing(i -> i))
                .forEach(i -> {
                    for (int j = 0; j < left.length; j++) {
                        boolean better = placeOf[i] == Assignment.NONE || gain[i][j] > gain[i][placeOf[i]];
                        if (left[j] > 0 && gain[i][j] != Assignment.NEVER && better) {
                            placeOf[i] = j;
                        }
                    }
                    if (placeOf[i] != Assignment.NONE) {
                        left[placeOf[i]]--;
                    }
                });
        return placeOf;
    }

    private double days(int[] placeOf) {
        return IntStream.range(0, placeOf.length)
                .filter(i -> placeOf[i] != Assignment.NONE)
                .mapToDouble(i -> days[i][placeOf[i]])
                .sum();
    }

    private static int placed(int[] placeOf) {
        return (int)
                Arrays.stream(placeOf).filter(place -> place != Assignment.NONE).count();
    }

    /** The rules of fairness, for everybody to read. */
    public static List<String> rules(Terms.Fairness fairness) {
        return List.of(
                "What counts is days at the right place over the next " + fairness.days()
                        + " days: the proposal makes them as many as there can be for all together.",
                "A place that meets every essential need counts at least " + percent(fairness.fits())
                        + " of each day; the rest is how well it fits the person's wishes.",
                Urgency.SOON.words() + ": their days count " + fairness.soon() + " times. " + Urgency.URGENT.words()
                        + ": " + fairness.urgent() + " times.",
                "Each week of waiting adds " + percent(fairness.eachWeek()) + ", until days count "
                        + fairness.waitedAtMost() + " times.",
                "A place that the person chose counts " + fairness.wished()
                        + " times, and whoever has chosen is proposed nothing else.",
                "A couple who must stay together is not in the proposal: somebody asks for their two places at once.",
                "Nobody is proposed a place that lacks something essential or is rated inadequate. Who pays makes no"
                        + " difference.");
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
