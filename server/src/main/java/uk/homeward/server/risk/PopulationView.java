package uk.homeward.server.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.homeward.insight.risk.Calibration;
import uk.homeward.insight.risk.HospitalFrailty.Band;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.insight.risk.Segments;
import uk.homeward.insight.risk.TierTransitions;

/** The population by risk in figures: no names, and small numbers hidden. */
public final class PopulationView {

    private static final int HIDE_BELOW = 5;
    private static final int FEWEST_OUTCOMES = 20;

    private final PopulationRisk.Scored scored;
    private final List<Segments.Segment> segments;
    private final Function<String, String> localities;
    private final TierTransitions transitions;
    private final long came;
    private final Map<String, List<Line>> tables = new ConcurrentHashMap<>();

    PopulationView(PopulationRisk.Scored scored, List<Segments.Segment> segments, Function<String, String> localities) {
        this.scored = scored;
        this.segments = segments;
        this.localities = localities;
        Map<String, Tier> before = new HashMap<>();
        Map<String, Tier> after = new HashMap<>();
        scored.people().forEach(p -> {
            before.put(p.person(), p.aYearAgo());
            after.put(p.person(), p.tier());
        });
        this.transitions = TierTransitions.between(before, after);
        this.came = scored.people().stream().filter(AtRisk::came).count();
    }

    /** A line of a table: a name and figures as text. */
    public record Line(String name, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    boolean isOf(PopulationRisk.Scored other) {
        return scored.at().equals(other.at());
    }

    private List<Line> once(String table, Supplier<List<Line>> count) {
        return tables.computeIfAbsent(table, t -> count.get());
    }

    public Instant at() {
        return scored.at();
    }

    public int people() {
        return scored.people().size();
    }

    public String coded() {
        return count(scored.coded());
    }

    static String title(Tier tier) {
        return switch (tier) {
            case HIGH -> "High risk";
            case RISING -> "Rising risk";
            case LOW -> "Low risk";
        };
    }

    /** The tiers with how many people they hold, the top first. */
    public List<Line> pyramid() {
        return once("pyramid", this::countPyramid);
    }

    private List<Line> countPyramid() {
        Map<Tier, Long> tiers = PopulationRisk.tiers(scored.people());
        List<Line> lines = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            long n = tiers.getOrDefault(tier, 0L);
            String from = switch (tier) {
                case HIGH -> "from " + scored.pyramid().highFrom() / 10.0 + " points";
                case RISING -> "from " + scored.pyramid().risingFrom() / 10.0 + " points";
                case LOW -> "below";
            };
            lines.add(new Line(title(tier), List.of(count(n), percent(n, people()), from)));
        }
        return lines;
    }

    /** From each tier a year ago to each tier now. */
    public List<Line> moves() {
        return once("moves", this::countMoves);
    }

    private List<Line> countMoves() {
        List<Line> lines = new ArrayList<>();
        for (Tier from : Tier.values()) {
            List<String> cells = new ArrayList<>();
            for (Tier to : Tier.values()) {
                int n = transitions.count(from, to);
                cells.add(count(n)
                        + (Double.isNaN(transitions.rate(from, to)) || isSmall(n)
                                ? ""
                                : " (" + Math.round(100 * transitions.rate(from, to)) + "%)"));
            }
            lines.add(new Line(title(from), cells));
        }
        return lines;
    }

    public List<Line> segments() {
        return once("segments", this::countSegments);
    }

    private List<Line> countSegments() {
        Map<String, Long> bySegment =
                scored.people().stream().collect(Collectors.groupingBy(AtRisk::segment, Collectors.counting()));
        return segments.stream()
                .map(s -> {
                    long n = bySegment.getOrDefault(s.id(), 0L);
                    return new Line(s.title(), List.of(count(n), percent(n, people())));
                })
                .toList();
    }

    /** High and rising risk by locality. */
    public List<Line> byLocality() {
        return once("byLocality", this::countByLocality);
    }

    private List<Line> countByLocality() {
        Map<String, List<AtRisk>> by = scored.people().stream().collect(Collectors.groupingBy(AtRisk::locality));
        return by.entrySet().stream()
                .map(e -> {
                    Map<Tier, Long> tiers = PopulationRisk.tiers(e.getValue());
                    return new Line(
                            localities.apply(e.getKey()),
                            List.of(
                                    count(e.getValue().size()),
                                    count(tiers.getOrDefault(Tier.HIGH, 0L)),
                                    count(tiers.getOrDefault(Tier.RISING, 0L))));
                })
                .sorted(java.util.Comparator.comparing(Line::name))
                .toList();
    }

    /** True once enough people have come to a hospital to say whether the score was right. */
    public boolean hasOutcomes() {
        return came >= FEWEST_OUTCOMES;
    }

    /** How well the score of 90 days ago told who would come: the area under the curve. */
    public String area() {
        return once("area", () -> List.of(new Line(countArea(), List.of())))
                .getFirst()
                .name();
    }

    private String countArea() {
        double most = Math.max(
                1, scored.people().stream().mapToInt(AtRisk::tenthsBefore).max().orElse(1));
        return number(calibration(p -> "", p -> p.tenthsBefore() / most).area());
    }

    /** By band of the score 90 days ago: people, and who came as an emergency since. */
    public List<Line> byBand() {
        return once("byBand", this::countByBand);
    }

    private List<Line> countByBand() {
        List<Line> lines = new ArrayList<>();
        for (Band band : Band.values()) {
            List<AtRisk> of =
                    scored.people().stream().filter(p -> p.bandBefore() == band).toList();
            long came = of.stream().filter(AtRisk::came).count();
            lines.add(new Line(
                    band.label(),
                    List.of(count(of.size()), count(came), isSmall(came) ? "hidden" : percent(came, of.size()))));
        }
        return lines;
    }

    /** The same chance for everybody of a band, compared with what happened in each group. */
    public List<Line> fairness(String by) {
        return once(by, () -> countFairness(by));
    }

    private List<Line> countFairness(String by) {
        Function<AtRisk, String> group = switch (by) {
            case "deprivation" -> AtRisk::deprivation;
            case "ethnicity" -> AtRisk::ethnicity;
            case "sex" -> AtRisk::sex;
            default -> throw new IllegalArgumentException("there is no group (" + by + ")");
        };
        Map<Band, Double> chances = new HashMap<>();
        for (Band band : Band.values()) {
            chances.put(
                    band,
                    scored.people().stream()
                            .filter(p -> p.bandBefore() == band)
                            .mapToDouble(p -> p.came() ? 1 : 0)
                            .average()
                            .orElse(0));
        }
        return calibration(group, p -> chances.getOrDefault(p.bandBefore(), 0.0)).byGroup().stream()
                .filter(l -> !isSmall(Math.round(l.observed().count())))
                .map(l -> new Line(
                        l.name(),
                        List.of(
                                number(100 * l.predicted()) + "%",
                                number(100 * l.observed().value()) + "%",
                                Double.isNaN(l.ratio())
                                        ? "–"
                                        : number(l.ratio()) + " ("
                                                + number(l.ratioLimits().lower()) + " to "
                                                + number(l.ratioLimits().upper()) + ")",
                                l.astray() ? "Beyond chance" : "As chance explains")))
                .toList();
    }

    private Calibration calibration(Function<AtRisk, String> group, Function<AtRisk, Double> chance) {
        return Calibration.of(scored.people().stream()
                .map(p -> new Calibration.Outcome(chance.apply(p), p.came(), group.apply(p)))
                .toList());
    }

    private static boolean isSmall(long n) {
        return n > 0 && n < HIDE_BELOW;
    }

    private static String count(long n) {
        return isSmall(n) ? "fewer than " + HIDE_BELOW : String.format(Locale.UK, "%,d", n);
    }

    private static String percent(long n, long of) {
        return of == 0 || isSmall(n) ? "–" : number(100.0 * n / of) + "%";
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.UK, "%.2f", value).replaceAll("0$", "");
    }
}
