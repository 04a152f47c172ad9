package uk.homeward.journey.identity;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/**
 * What each finding weighs, in bits: the logarithm (base 2) of how much more often it is found between two records of one
 * person than between two of different people (Fellegi and Sunter 1969). Weights of one comparison are added.
 *
 * @param certain from this sum on two records are of one person, if nothing speaks against it
 * @param doubtful from this sum on somebody has to look
 * @param clear by so much the best must outweigh the next best to be certain
 */
public record Weights(Map<Evidence, Double> bits, double certain, double doubtful, double clear) {

    private static final String FILE = "matching.yaml";

    public Weights {
        bits = Collections.unmodifiableMap(new EnumMap<>(bits));
        if (bits.size() != Evidence.values().length) {
            throw new IllegalArgumentException("not every finding has a weight (" + bits.keySet() + ")");
        }
        if (!(doubtful < certain) || !(clear >= 0)) {
            throw new IllegalArgumentException("doubtful (" + doubtful + ") must lie below certain (" + certain
                    + "), and clear (" + clear + ") must not be negative");
        }
    }

    /**
     * Reads a place's {@code matching.yaml}.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file, each with its line
     */
    public static Weights load(Path place) {
        Faults faults = new Faults();
        return of(Yaml.read(place.resolve(FILE), faults), faults);
    }

    static Weights of(Yaml file, Faults faults) {
        file.allow("certain", "doubtful", "clear", "findings");
        Yaml findings = file.get("findings")
                .allow(Arrays.stream(Evidence.values()).map(Evidence::word).toArray(String[]::new));
        Map<Evidence, Double> bits = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            bits.put(evidence, bits(findings.get(evidence.word())));
        }
        double certain = file.get("certain").number();
        double doubtful = file.get("doubtful").number();
        if (doubtful >= certain) {
            file.fault(
                    "'doubtful' (" + doubtful + ") does not lie below 'certain' (" + certain + ")", "swap the numbers");
        }
        double clear = file.get("clear").number();
        faults.throwIfAny();
        return new Weights(bits, certain, doubtful, clear);
    }

    /** From the two shares: among records of one person, and among records of different people. */
    private static double bits(Yaml shares) {
        List<Yaml> both = shares.items();
        if (shares.isBlank()) {
            return 0;
        }
        if (both.size() != 2) {
            shares.fault("two shares are needed", "write [share for one person, share for different people]");
            return 0;
        }
        double one = both.get(0).number();
        double different = both.get(1).number();
        if (!(one > 0 && one <= 1 && different > 0 && different <= 1)) {
            shares.fault("shares lie above 0 and up to 1 (" + one + ", " + different + ")", "0.94 and 0.00004");
            return 0;
        }
        return Math.log(one / different) / Math.log(2);
    }

    double of(Evidence evidence) {
        return Objects.requireNonNull(bits.get(evidence));
    }
}
