package uk.homeward.journey.place;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.place.PeopleModel.AgeCount;
import uk.homeward.journey.place.PeopleModel.BySex;
import uk.homeward.journey.place.PeopleModel.Streets;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads {@code people.yaml} and {@code people-ages.csv}. */
final class PeopleReader {

    private static final String SOURCE = "source";
    private static final String BY_AGE = "by-age";

    private final Heading heading;
    private final Table<Locality> localities;
    private final Yaml yaml;
    private final Csv ages;
    private final Set<String> seen = new HashSet<>();

    PeopleReader(Path folder, Faults faults, Heading heading, Table<Locality> localities) {
        this.heading = heading;
        this.localities = localities;
        this.yaml = Yaml.read(folder.resolve("people.yaml"), faults)
                .allow(
                        "year",
                        "frailty",
                        "clinical-frailty",
                        "dementia",
                        "care-home",
                        "lives-alone",
                        "carer",
                        "communities",
                        "ethnicity",
                        "interpreter",
                        "names",
                        "streets");
        this.ages = Csv.read(folder.resolve("people-ages.csv"), faults)
                .columns("authority", "age", "female", "male", SOURCE);
    }

    /** The model; one without people where the file is missing, which is a fault already. */
    PeopleModel read() {
        return yaml.isBlank() ? nobody() : model();
    }

    private static PeopleModel nobody() {
        ByAge<BySex> none = ByAge.of(Map.of(0, new BySex(0, 0)));
        ByAge<Shares<FrailtyBand>> fit = ByAge.of(Map.of(0, Shares.of(Map.of(FrailtyBand.FIT, 1.0))));
        Streets streets = new Streets(List.of(), List.of(), 1);
        return new PeopleModel(
                0, List.of(), fit, Map.of(), none, Map.of(), none, Map.of(), 1, none, Map.of(), 1, Map.of(), Map.of(),
                streets);
    }

    private PeopleModel model() {
        Yaml frailty = sourced("frailty").allow(SOURCE, BY_AGE);
        Yaml dementia = sourced("dementia").allow(SOURCE, BY_AGE, "times-by-frailty");
        Yaml careHome = sourced("care-home")
                .allow(SOURCE, BY_AGE, "times-by-frailty", "times-with-dementia", "times-with-dementia-source");
        source(careHome.get("times-with-dementia-source"));
        Yaml carer = sourced("carer");
        return new PeopleModel(
                yaml.get("year").whole(),
                ages.rows().stream().map(this::ageCount).toList(),
                byAge(frailty, this::bands),
                clinicalFrailty(sourced("clinical-frailty")),
                byAge(dementia, this::bySex),
                times(dementia.get("times-by-frailty")),
                byAge(careHome, this::bySex),
                times(careHome.get("times-by-frailty")),
                ShareReader.positive(careHome.get("times-with-dementia")),
                byAge(sourced("lives-alone").allow(SOURCE, BY_AGE), this::bySex),
                perBand(carer, band -> ShareReader.share(carer.get(word(band)))),
                ShareReader.positive(carer.get("times-if-alone")),
                new CommunityReader(yaml, localities)
                        .read(sourced("ethnicity").allow(SOURCE, "by-locality").get("by-locality")),
                interpreter(sourced("interpreter")),
                streets(yaml.get("streets").allow("names", "kinds", "numbers-to")));
    }

    private AgeCount ageCount(CsvRow row) {
        heading.source(row);
        String authority = row.text("authority");
        if (localities.values().stream().noneMatch(l -> l.authority().equals(authority))) {
            row.fault("no locality lies in this authority (" + authority + ")", "mend it, or add a locality");
        }
        int age = row.whole("age", 0);
        if (!seen.add(authority + " " + age)) {
            row.fault("the age stands twice for this authority (" + age + ")", "keep one of them");
        }
        return new AgeCount(authority, age, row.whole("female", 0), row.whole("male", 0));
    }

    private Yaml sourced(String key) {
        Yaml section = yaml.get(key);
        source(section.get(SOURCE));
        return section;
    }

    private void source(Yaml source) {
        heading.problemWith(source.text())
                .ifPresent(
                        problem -> source.fault(problem, "begin it with a source of place.yaml, or with assumption:"));
    }

    private <V> ByAge<V> byAge(Yaml section, Function<Yaml, V> read) {
        Map<Integer, V> values = new TreeMap<>();
        section.get(BY_AGE).entries().forEach((age, value) -> {
            if (age.matches("\\d{1,3}")) {
                values.put(Integer.valueOf(age), read.apply(value));
            } else {
                value.fault("this is no age (" + age + ")", "write the first year of the band, such as 65");
            }
        });
        if (values.isEmpty()) {
            section.fault("there are no ages here", "begin with the youngest, such as 65");
            values.put(0, read.apply(section));
        }
        return ByAge.of(values);
    }

    private Shares<FrailtyBand> bands(Yaml at) {
        return ShareReader.shares(at, perBand(at, band -> ShareReader.share(at.get(word(band)))), FrailtyBand.FIT);
    }

    private BySex bySex(Yaml at) {
        return new BySex(ShareReader.share(at.get("female")), ShareReader.share(at.get("male")));
    }

    private Map<FrailtyBand, Shares<Integer>> clinicalFrailty(Yaml section) {
        Map<FrailtyBand, Shares<Integer>> values = new EnumMap<>(FrailtyBand.class);
        for (FrailtyBand band : FrailtyBand.values()) {
            Yaml at = section.get(word(band));
            Map<Integer, Double> weights = new LinkedHashMap<>();
            at.entries().forEach((value, share) -> {
                if (value.matches("[1-9]")) {
                    weights.put(Integer.valueOf(value), ShareReader.share(share));
                } else {
                    share.fault("a recorded frailty is 1 to 9 (" + value + ")", "mend the value");
                }
            });
            values.put(band, ShareReader.shares(at, weights, 1));
        }
        return values;
    }

    private Map<FrailtyBand, Double> times(Yaml section) {
        source(section.get(SOURCE));
        return perBand(section, band -> ShareReader.positive(section.get(word(band))));
    }

    private static <V> Map<FrailtyBand, V> perBand(Yaml at, Function<FrailtyBand, V> read) {
        Map<FrailtyBand, V> values = new EnumMap<>(FrailtyBand.class);
        for (FrailtyBand band : FrailtyBand.values()) {
            values.put(band, read.apply(band));
        }
        return values;
    }

    private Map<String, Double> interpreter(Yaml section) {
        Map<String, Double> shares = new HashMap<>();
        section.entries().forEach((language, share) -> {
            if (!language.equals(SOURCE)) {
                shares.put(language, ShareReader.share(share));
            }
        });
        return shares;
    }

    private static Streets streets(Yaml at) {
        int numbers = at.get("numbers-to").whole();
        if (numbers < 1) {
            at.fault("'numbers-to' must be at least 1 (" + numbers + ")", "the highest house number");
        }
        return new Streets(ShareReader.texts(at, "names"), ShareReader.texts(at, "kinds"), Math.max(1, numbers));
    }

    private static String word(FrailtyBand band) {
        return CsvRow.word(band);
    }
}
