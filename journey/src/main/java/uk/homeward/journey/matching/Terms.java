package uk.homeward.journey.matching;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * The terms on which a place brings people and places together, as {@code places-and-packages.yaml} writes them.
 *
 * @param words what each feature means to a person
 * @param usualPrice pounds that are paid without a top-up
 * @param approval pounds a week that a role may agree; {@link #ANY} for one at least
 * @param keptPlace the share of the price that is paid while somebody is in hospital
 * @param trusted kinds of provider that take a trusted assessor's assessment by agreement
 * @param smallNumber groups of fewer people are not shown
 */
public record Terms(
        Map<String, String> words,
        List<String> care,
        List<String> language,
        List<String> faithAndFood,
        List<String> living,
        Roads roads,
        Map<ProviderKind, Double> usualPrice,
        Points points,
        Fairness fairness,
        Offers offers,
        Map<String, Double> approval,
        Map<ProviderKind, Double> keptPlace,
        Reviews reviews,
        ContinuingCare continuingCare,
        Set<ProviderKind> trusted,
        int smallNumber,
        List<Task> contingency) {

    /** The limit of a role that may agree any amount. */
    public static final double ANY = Double.POSITIVE_INFINITY;

    private static final String UNLIMITED = "unlimited";

    /** @param detour road kilometres for one as the crow flies */
    public record Roads(
            double detour, double townKm, double townSpeed, double beyondSpeed, double settingOff, double within) {}

    /** How much each reason weighs; together 100. */
    public record Points(int near, int wishes, int quality, int price, int soon) {}

    /** The rules of a morning, see {@link Morning}. */
    public record Fairness(
            int days, double fits, double soon, double urgent, double eachWeek, double waitedAtMost, double wished) {}

    /** @param escalatesTo the role that takes on a search which too many providers refused */
    public record Offers(
            int answerHours, int refusalsUntilEscalation, String escalatesTo, int linkDays, int usualWaitDays) {}

    public record Reviews(int firstDays, int thenDays) {}

    public record ContinuingCare(int decisionDays, int fastTrackHours, int reviewDays) {}

    /** A task of the contingency plan for a provider that fails. */
    public record Task(String id, int hours, String who, String what) {}

    public Terms {
        words = Map.copyOf(words);
        care = List.copyOf(care);
        language = List.copyOf(language);
        faithAndFood = List.copyOf(faithAndFood);
        living = List.copyOf(living);
        usualPrice = Map.copyOf(usualPrice);
        approval = Map.copyOf(approval);
        keptPlace = Map.copyOf(keptPlace);
        trusted = Set.copyOf(trusted);
        contingency = List.copyOf(contingency);
    }

    /**
     * Reads them from the place's folder.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file
     */
    public static Terms load(Path folder) {
        Faults faults = new Faults();
        Terms terms = of(Yaml.read(folder.resolve("places-and-packages.yaml"), faults));
        faults.throwIfAny();
        return terms;
    }

    static Terms of(Yaml yaml) {
        yaml.allow(
                "words",
                "care",
                "language",
                "faith-and-food",
                "living",
                "travel",
                "usual-price",
                "points",
                "fairness",
                "offers",
                "approval",
                "kept-place",
                "reviews",
                "continuing-care",
                "trusted-assessment",
                "small-number",
                "contingency",
                "contingency-source");
        Map<String, String> words = new LinkedHashMap<>();
        yaml.get("words").entries().forEach((feature, text) -> words.put(feature, text.text()));
        Points points = points(yaml.get("points"));
        if (points.near() + points.wishes() + points.quality() + points.price() + points.soon() != 100) {
            yaml.get("points").fault("the points do not add up to 100", "share 100 points among the five reasons");
        }
        return new Terms(
                words,
                features(yaml, "care", words),
                features(yaml, "language", words),
                features(yaml, "faith-and-food", words),
                features(yaml, "living", words),
                roads(yaml.get("travel")),
                byKind(yaml.get("usual-price")),
                points,
                fairness(yaml.get("fairness")),
                offers(yaml.get("offers")),
                byRole(yaml.get("approval")),
                byKind(yaml.get("kept-place")),
                new Reviews(
                        yaml.get("reviews").get("first-days").whole(),
                        yaml.get("reviews").get("then-days").whole()),
                continuingCare(yaml.get("continuing-care")),
                trusted(yaml.get("trusted-assessment")),
                yaml.get("small-number").whole(),
                yaml.get("contingency").items().stream().map(Terms::task).toList());
    }

    private static List<String> features(Yaml yaml, String key, Map<String, String> words) {
        yaml.get(key).items().stream()
                .filter(item -> !words.containsKey(item.text()))
                .forEach(item -> item.fault(
                        "there are no words for the feature (" + item.text() + ")", "write it under 'words'"));
        return yaml.texts(key);
    }

    private static Roads roads(Yaml y) {
        return new Roads(
                y.get("detour").number(),
                y.get("town-km").number(),
                y.get("town-km-an-hour").number(),
                y.get("beyond-km-an-hour").number(),
                y.get("setting-off-minutes").number(),
                y.get("within-area-km").number());
    }

    private static Points points(Yaml y) {
        return new Points(
                y.get("near").whole(),
                y.get("wishes").whole(),
                y.get("quality").whole(),
                y.get("price").whole(),
                y.get("soon").whole());
    }

    private static Fairness fairness(Yaml y) {
        return new Fairness(
                y.get("days").whole(),
                y.get("fits").number(),
                y.get("soon").number(),
                y.get("urgent").number(),
                y.get("each-week-waited").number(),
                y.get("waited-at-most").number(),
                y.get("wished").number());
    }

    private static Offers offers(Yaml y) {
        return new Offers(
                y.get("answer-hours").whole(),
                y.get("refusals-until-escalation").whole(),
                y.get("escalates-to").text(),
                y.get("link-days").whole(),
                y.get("usual-wait-days").whole());
    }

    private static ContinuingCare continuingCare(Yaml y) {
        return new ContinuingCare(
                y.get("decision-days").whole(),
                y.get("fast-track-hours").whole(),
                y.get("review-days").whole());
    }

    private static Map<ProviderKind, Double> byKind(Yaml y) {
        Map<ProviderKind, Double> byKind = new EnumMap<>(ProviderKind.class);
        for (ProviderKind kind : ProviderKind.values()) {
            byKind.put(kind, y.get(CsvRow.word(kind)).number());
        }
        return byKind;
    }

    private static Map<String, Double> byRole(Yaml y) {
        Map<String, Double> byRole = new LinkedHashMap<>();
        y.entries().forEach((role, pounds) -> {
            if (!role.equals("source")) {
                byRole.put(role, pounds.isScalar() && pounds.text().equals(UNLIMITED) ? ANY : pounds.number());
            }
        });
        if (byRole.values().stream().noneMatch(pounds -> pounds == ANY)) {
            y.fault("nobody may agree what is above every limit", "write " + UNLIMITED + " for one role");
        }
        return byRole;
    }

    private static Set<ProviderKind> trusted(Yaml y) {
        List<String> named = y.texts("kinds");
        return java.util.Arrays.stream(ProviderKind.values())
                .filter(kind -> named.contains(CsvRow.word(kind)))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static Task task(Yaml y) {
        return new Task(
                y.get("id").text(),
                y.get("hours").whole(),
                y.get("who").text(),
                y.get("what").text());
    }

    /** What a feature means, in words that a person reads. */
    public String words(String feature) {
        return words.getOrDefault(feature, feature.replace('-', ' '));
    }
}
