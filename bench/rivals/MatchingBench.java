import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.Assignment;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Morning;
import uk.homeward.journey.matching.Morning.Waiting;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PostalArea;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;

/**
 * One person against 1,000 services; a morning of 200 people and 300 places; and the same cost matrix given to JGraphT's
 * Kuhn-Munkres, a solver that is well kept. Run as a single file by {@code bench/run matching}. Services and people are made up. Times are
 * those of the processor, the middle of several rounds, so that a busy machine does not count.
 */
public final class MatchingBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int ROUNDS = 9;

    private final Random chance = new Random(42);
    private final List<String> areas;
    private final List<String> care;
    private final List<String> wishes;
    private final Matcher matcher;

    private MatchingBench(Path folder) {
        Place place = Place.load(folder);
        Terms terms = Terms.load(folder);
        areas = place.postalAreas().stream().map(PostalArea::outward).toList();
        care = terms.care();
        wishes = terms.living();
        matcher = new Matcher(terms, new Travel(place.postalAreas().stream(), terms.roads()));
    }

    public static void main(String[] args) {
        String root = System.getProperty("homeward.root", ".");
        new MatchingBench(Path.of(root, "places/birmingham-solihull")).run();
    }

    private void run() {
        List<CareService> thousand = services(1_000, 2);
        Asked one = Asked.of(wanted());
        System.out.printf(
                "One person, 1,000 services: %.2f ms%n",
                middle(() -> matcher.find(one, thousand).fits().size()));
        List<CareService> services = services(300, 1);
        List<Waiting> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            people.add(new Waiting("search-" + i, Asked.of(wanted()), TODAY.minusDays(chance.nextInt(40)), ""));
        }
        System.out.printf(
                "A morning, 200 people and 300 places: %.1f ms%n",
                middle(() -> Morning.propose(matcher, people, services, TODAY).placed()));
        Morning.Proposal proposal = Morning.propose(matcher, people, services, TODAY);
        System.out.printf(
                "First come, first served: %d placed, %.0f days; proposed: %d placed, %.0f days: %.0f days saved%n",
                proposal.firstComePlaced(),
                proposal.firstComeDays(),
                proposal.placed(),
                proposal.days(),
                proposal.daysSaved());
        compare("the morning's", Morning.gains(matcher, people, services, TODAY));
        compare("made up", madeUp(300));
        compare("made up, places are short", madeUp(120));
    }

    private long[][] madeUp(int places) {
        long[][] gain = new long[200][places];
        for (long[] person : gain) {
            for (int place = 0; place < places; place++) {
                person[place] = chance.nextInt(3) == 0 ? Assignment.NEVER : chance.nextInt(28_000);
            }
        }
        return gain;
    }

    /** The same matrix to both; theirs needs as many places as people, so places that gain nothing fill it up. */
    private void compare(String what, long[][] gain) {
        int places = gain[0].length;
        int[] room = new int[places];
        java.util.Arrays.fill(room, 1);
        double ours = middle(() -> Assignment.best(gain, room).total());
        long total = Assignment.best(gain, room).total();
        long start = cpu();
        long exact = theirs(gain, places);
        double theirs = (cpu() - start) / 1e6;
        System.out.printf(
                "%d x %d, the same matrix (%s): ours %d in %.1f ms, JGraphT %d in %.0f ms; ratio %.6f%n",
                gain.length, places, what, total, ours, exact, theirs, total / (double) exact);
    }

    private static long theirs(long[][] gain, int places) {
        int size = Math.max(gain.length, places) + gain.length;
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Integer> people = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        for (int i = 0; i < size; i++) {
            graph.addVertex(i);
            graph.addVertex(size + i);
            people.add(i);
            columns.add(size + i);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                boolean real = i < gain.length && j < places && gain[i][j] != Assignment.NEVER;
                DefaultWeightedEdge edge = graph.addEdge(i, size + j);
                graph.setEdgeWeight(edge, real ? -gain[i][j] : 0);
            }
        }
        return Math.round(-new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, people, columns)
                .getMatching()
                .getWeight());
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private double middle(java.util.function.LongSupplier work) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            if (work.getAsLong() < 0) {
                throw new IllegalStateException("nothing was done");
            }
            times[round] = (cpu() - start) / 1e6;
        }
        java.util.Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private Wanted wanted() {
        List<String> essential = new ArrayList<>(List.of("nursing"));
        care.stream().filter(feature -> chance.nextInt(8) == 0).forEach(essential::add);
        return new Wanted(
                ProviderKind.NURSING_HOME,
                essential,
                wishes.stream().filter(feature -> chance.nextInt(4) == 0).toList(),
                0,
                TODAY,
                Urgency.values()[chance.nextInt(3)],
                Funder.COUNCIL,
                0,
                areas.get(chance.nextInt(areas.size())),
                "",
                0,
                "",
                new Portrait("", "", "", "", ""));
    }

    private List<CareService> services(int count, int room) {
        List<CareService> services = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<String> features = new HashSet<>(List.of("nursing"));
            care.stream().filter(feature -> chance.nextInt(2) == 0).forEach(features::add);
            wishes.stream().filter(feature -> chance.nextInt(2) == 0).forEach(features::add);
            services.add(new CareService(
                    "home-" + i,
                    "Home " + i,
                    ProviderKind.NURSING_HOME,
                    "north",
                    areas.get(chance.nextInt(areas.size())),
                    Rating.values()[chance.nextInt(Rating.values().length)],
                    features,
                    900 + chance.nextInt(500),
                    room,
                    TODAY.plusDays(chance.nextInt(10))));
        }
        return services;
    }
}
