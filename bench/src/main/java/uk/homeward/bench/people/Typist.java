package uk.homeward.bench.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import uk.homeward.journey.identity.Traits;

/** Types a record anew with the slips that people make. */
final class Typist {

    private static final Map<String, String> SHORT = Map.of(
            "Margaret",
            "Peggy",
            "William",
            "Bill",
            "Robert",
            "Bob",
            "Elizabeth",
            "Betty",
            "Patricia",
            "Pat",
            "Mohammed",
            "Mohammad",
            "Dorothy",
            "Dot",
            "Kathleen",
            "Kath",
            "James",
            "Jim");

    private final SplittableRandom chance;

    Typist(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** About one record in three without its number; of the other fields a few in a hundred are wrong, missing or old. */
    Traits type(Traits t) {
        String given = t.given();
        String family = t.family();
        LocalDate born = t.born();
        String number = happens(0.30) ? null : happens(0.03) ? slip(t.nhsNumber() + "") : t.nhsNumber();
        if (happens(0.06)) {
            given = SHORT.getOrDefault(given, given.substring(0, 1));
        } else if (happens(0.05)) {
            given = slip(given);
        }
        if (happens(0.05)) {
            family = slip(family);
        } else if (happens(0.02)) {
            family = "Newname";
        }
        if (happens(0.01)) {
            String swap = given;
            given = family;
            family = swap;
        }
        if (born != null && happens(0.05)) {
            born = mistyped(born);
        }
        boolean moved = happens(0.12);
        return new Traits(
                number,
                family,
                given,
                born,
                happens(0.01) ? "unknown" : t.sex(),
                moved ? 1 + chance.nextInt(200) + " Elsewhere Street" : happens(0.08) ? "" : t.address(),
                moved ? "B" + (1 + chance.nextInt(90)) : t.postcode(),
                "");
    }

    private LocalDate mistyped(LocalDate born) {
        if (born.getDayOfMonth() <= 12 && happens(0.4)) {
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        }
        return happens(0.5)
                ? born.plusYears(happens(0.5) ? 10 : 1)
                : born.withDayOfMonth(1 + (born.getDayOfMonth() + 9) % 28);
    }

    /** One letter changed, left out, doubled, or swapped with its neighbour. */
    private String slip(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + chance.nextInt(word.length() - 2);
        String head = word.substring(0, at);
        String tail = word.substring(at + 1);
        char letter = word.charAt(at);
        return switch (chance.nextInt(4)) {
            case 0 -> head + (Character.isDigit(letter) ? (char) ('0' + chance.nextInt(10)) : 'e') + tail;
            case 1 -> head + tail;
            case 2 -> head + letter + letter + tail;
            default -> head + tail.charAt(0) + letter + tail.substring(1);
        };
    }

    private boolean happens(double share) {
        return chance.nextDouble() < share;
    }
}
