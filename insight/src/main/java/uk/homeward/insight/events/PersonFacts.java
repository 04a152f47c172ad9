package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a person; neither name nor address nor number.
 *
 * @param id the person's id in the place; published as a pseudonym
 * @param standsFor of records that were merged, the id of the one that stands for them; else the person's own
 * @param fifth the fifth of deprivation of where they live, 1 the most deprived; 0 where it is not known
 * @param frailty the Clinical Frailty Scale; 0 where it is not known
 */
public record PersonFacts(
        String id,
        String standsFor,
        @Nullable LocalDate born,
        @Nullable String sex,
        @Nullable String locality,
        int fifth,
        @Nullable String ethnicity,
        @Nullable String residence,
        int frailty,
        @Nullable Boolean dementia,
        @Nullable Boolean livesAlone,
        int carers,
        @Nullable Instant diedAt) {

    /** Somebody of whom nothing is known but that they are one. */
    public static PersonFacts unknown(String id) {
        return new PersonFacts(id, id, null, null, null, 0, null, null, 0, null, null, 0, null);
    }

    /** The fifth of deprivation as a measure names it; null where it is not known. */
    @Nullable
    String deprivation() {
        return switch (fifth) {
            case 1 -> "1 most deprived";
            case 5 -> "5 least deprived";
            case 2, 3, 4 -> Integer.toString(fifth);
            default -> null;
        };
    }

    /** The band of the age on a day; null where the date of birth is not known. */
    @Nullable
    String ageBand(LocalDate on) {
        if (born == null) {
            return null;
        }
        int age = Period.between(born, on).getYears();
        if (age < 65) {
            return "under-65";
        }
        return age < 75 ? "65-74" : age < 85 ? "75-84" : "85-and-over";
    }
}
