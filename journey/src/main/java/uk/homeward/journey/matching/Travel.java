package uk.homeward.journey.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import uk.homeward.journey.place.Position;
import uk.homeward.journey.place.PostalArea;

/** How long it takes by car from one outward postcode to another: an estimate, for comparing places with each other. */
public final class Travel {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] minutes;

    public Travel(Stream<PostalArea> areas, Terms.Roads roads) {
        List<PostalArea> all = areas.toList();
        minutes = new int[all.size()][all.size()];
        for (int from = 0; from < all.size(); from++) {
            numbers.put(all.get(from).outward(), from);
            for (int to = 0; to < all.size(); to++) {
                minutes[from][to] = minutes(all.get(from).middle(), all.get(to).middle(), roads);
            }
        }
    }

    private static int minutes(Position start, Position end, Terms.Roads roads) {
        double km = Math.max(roads.within(), start.kilometresTo(end) * roads.detour());
        double town = Math.min(km, roads.townKm());
        double hours = town / roads.townSpeed() + (km - town) / roads.beyondSpeed();
        return (int) Math.round(roads.settingOff() + hours * 60);
    }

    /** The part of a postcode before its space, such as B23; a postcode without a space loses its last three letters. */
    public static String outward(String postcode) {
        String text = postcode.strip().toUpperCase(java.util.Locale.ROOT);
        int space = text.indexOf(' ');
        if (space > 0) {
            return text.substring(0, space);
        }
        return text.length() > 4 ? text.substring(0, text.length() - 3) : text;
    }

    public boolean knows(String outward) {
        return numbers.containsKey(outward);
    }

    /** Minutes by car; empty where one of the areas is not known. */
    public OptionalInt minutes(String from, String to) {
        Integer start = numbers.get(from);
        Integer end = numbers.get(to);
        return start == null || end == null ? OptionalInt.empty() : OptionalInt.of(minutes[start][end]);
    }
}
