package uk.homeward.server.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.insight.risk.Icd10;

/**
 * Diagnoses of people who are made up, from nothing but who they are: the same each time, kept nowhere. Frailer people have
 * more of them, and those with dementia have its code.
 */
final class MadeUpHistory {

    private static final int DAYS = 1_095;
    private static final List<String> COMMON = List.of("I10", "E11.9", "I48", "J44.1", "N18.3", "I50", "M17", "F32");
    private static final List<String> FRAIL =
            List.of("W19", "R29.6", "N39.0", "R41", "F05", "S72.0", "J18.1", "E86", "I69", "R54", "Z74", "L89");

    private MadeUpHistory() {}

    /** @param frailty the Clinical Frailty Scale, 0 where it is not known */
    static List<Diagnosis> of(String person, int frailty, boolean dementia, LocalDate today) {
        SplittableRandom chance = new SplittableRandom(person.hashCode() * 0x9E3779B97F4A7C15L);
        List<Diagnosis> all = new ArrayList<>();
        add(all, COMMON, chance, 0.08 + 0.03 * frailty, today);
        add(all, FRAIL, chance, frailty < 4 ? 0.004 : 0.03 * (frailty - 3), today);
        if (dementia) {
            all.add(new Diagnosis(
                    today.minusDays(chance.nextInt(DAYS)), new Icd10(chance.nextBoolean() ? "F009" : "F019")));
        }
        return all;
    }

    private static void add(
            List<Diagnosis> all, List<String> codes, SplittableRandom chance, double share, LocalDate today) {
        for (String code : codes) {
            double drawn = chance.nextDouble();
            int ago = chance.nextInt(DAYS);
            if (drawn < share) {
                all.add(new Diagnosis(today.minusDays(ago), Icd10.of(code)));
            }
        }
    }
}
