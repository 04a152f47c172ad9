package uk.homeward.server.exchange.hospitals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a made-up hospital's coders make of a stay: from why the person came, the same each time for the same stay. The main
 * diagnosis first; whoever fell has an external cause as well.
 */
public final class Coding {

    /** The first of these words that the reason holds decides; several codes for it share alike. */
    private static final Map<String, List<String>> MAIN = new LinkedHashMap<>();

    static {
        MAIN.put("hip", List.of("S720", "S7210", "S300"));
        MAIN.put("fall", List.of("S0100", "S2230", "S4220", "S720", "S800"));
        MAIN.put("wrist", List.of("S5250"));
        MAIN.put("swollen legs", List.of("I500"));
        MAIN.put("heart", List.of("I500"));
        MAIN.put("lung disease", List.of("J440"));
        MAIN.put("breath", List.of("J441", "J440", "I501", "I48X"));
        MAIN.put("chest", List.of("J181", "J189", "J22X"));
        MAIN.put("not drinking", List.of("N390", "E86X"));
        MAIN.put("urin", List.of("N390"));
        MAIN.put("catheter", List.of("T830"));
        MAIN.put("sugar", List.of("E116", "E160"));
        MAIN.put("skin", List.of("L031", "L892"));
        MAIN.put("confus", List.of("F059", "R410", "N390"));
        MAIN.put("collapse", List.of("R55X", "I951", "G409"));
        MAIN.put("back pain", List.of("M545"));
    }

    private static final List<String> OTHERWISE = List.of("R54X", "R268", "Z742");
    private static final List<String> CAUSES_OF_FALLS = List.of("W18", "W19", "W01", "W10", "W06");
    private static final Set<String> FELL = Set.of("hip", "fall", "wrist");
    private static final List<String> BESIDE = List.of("I10X", "E119", "N183", "F03X", "R296", "Z602");

    private Coding() {}

    /** ICD-10 codes in capitals without dots. */
    public static List<String> of(String reason, String visit) {
        String words = reason.toLowerCase(Locale.ROOT);
        String found =
                MAIN.keySet().stream().filter(words::contains).findFirst().orElse("");
        List<String> codes = new ArrayList<>();
        codes.add(one(MAIN.getOrDefault(found, OTHERWISE), visit, 1));
        if (FELL.contains(found)) {
            codes.add(one(CAUSES_OF_FALLS, visit, 2));
        }
        codes.add(one(BESIDE, visit, 3));
        return codes;
    }

    private static String one(List<String> of, String visit, int salt) {
        return of.get(Math.floorMod((visit.hashCode() + salt) * 0x9E3779B9 >>> 4, of.size()));
    }
}
