package uk.homeward.insight.events;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/**
 * The fifths of deprivation of a place, by the beginnings of postcodes: the longest that fits wins, so that a table may name
 * whole postcodes, sectors or postal areas.
 */
public final class Deprivation {

    private static final int FIFTHS = 5;

    private final Map<String, Integer> fifths;
    private final int longest;

    private Deprivation(Map<String, Integer> fifths) {
        this.fifths = Map.copyOf(fifths);
        this.longest = fifths.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * Reads {@code deprivation.csv} of a place's folder; without that file nothing is known.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file
     */
    public static Deprivation load(Path folder) {
        Path file = folder.resolve("deprivation.csv");
        if (!Files.exists(file)) {
            return new Deprivation(Map.of());
        }
        Faults faults = new Faults();
        Map<String, Integer> fifths = new HashMap<>();
        for (CsvRow row :
                Csv.read(file, faults).columns("postcode", "fifth", "source").rows()) {
            int fifth = row.whole("fifth", 1);
            if (fifth > FIFTHS) {
                row.fault("the fifth is (" + fifth + ")", "1, the most deprived, to 5");
            }
            if (fifths.put(begin(row.text("postcode")), fifth) != null) {
                row.fault("the postcode (" + row.text("postcode") + ") stands twice", "keep one");
            }
        }
        faults.throwIfAny();
        return new Deprivation(fifths);
    }

    /** 1, the most deprived, to 5; 0 where it is not known. */
    public int fifth(String postcode) {
        String tight = begin(postcode);
        int inward = tight.length() > 4 ? 3 : 0; // a whole postcode ends in three characters of its own
        for (int end = Math.min(longest, tight.length()); end > 1; end--) {
            boolean splitsTheArea = inward > 0 && end < tight.length() - inward;
            Integer fifth = splitsTheArea ? null : fifths.get(tight.substring(0, end));
            if (fifth != null) {
                return fifth;
            }
        }
        return 0;
    }

    private static String begin(String postcode) {
        return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
