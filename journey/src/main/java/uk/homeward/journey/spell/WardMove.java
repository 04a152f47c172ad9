package uk.homeward.journey.spell;

import java.time.Instant;

/**
 * Somebody in a bed was taken from one place of the hospital to another.
 *
 * @param from the location before: the ward, then room and bed where they were told, joined by slashes
 */
public record WardMove(Instant at, String from, String to) {

    /** True where the ward is another one, not only the bed. */
    public boolean changesWard() {
        return !ward(from).equals(ward(to));
    }

    /** The ward of a location. */
    public static String ward(String location) {
        int slash = location.indexOf('/');
        return slash < 0 ? location : location.substring(0, slash);
    }
}
