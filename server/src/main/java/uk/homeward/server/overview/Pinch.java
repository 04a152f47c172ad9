package uk.homeward.server.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.homeward.server.overview.Now.Room;

/** Says where the place is tightest: where most people wait for what is full, else what is nearest to full. */
final class Pinch {

    private static final double TIGHT = 0.92;
    /** Longer than it takes to arrange a step, and to wait for the morning in which it begins. */
    private static final Duration LONG = Duration.ofHours(24);

    private Pinch() {}

    static String of(List<Room> rooms, Instant now) {
        Optional<Room> full = full(rooms, now);
        if (full.isPresent()) {
            Room r = full.get();
            return "The pinch is " + lower(r.title()) + ": " + taken(r) + ", and " + people(r.waiting())
                    + (r.waiting() == 1 ? " waits" : " wait") + " for one, the longest for "
                    + lasting(r.longest(now)) + ".";
        }
        Optional<Room> stuck = rooms.stream()
                .filter(r -> r.waiting() > 0 && r.longest(now).compareTo(LONG) >= 0)
                .max(Comparator.comparing(r -> r.longest(now)));
        if (stuck.isPresent()) {
            Room r = stuck.get();
            return "There is room, and still people wait: " + people(r.waiting()) + " for " + lower(r.title())
                    + ", the longest for " + lasting(r.longest(now)) + ", while " + r.free() + " are free.";
        }
        Optional<Room> nearly = nearlyFull(rooms);
        if (nearly.isPresent()) {
            return "Nobody waits long for a place, but " + lower(nearly.get().title()) + " are nearly full: "
                    + taken(nearly.get()) + ".";
        }
        return fullest(rooms)
                .map(r ->
                        "There is room everywhere. Nearest to full: " + lower(r.title()) + ", where " + taken(r) + ".")
                .orElse("No capacity is described for this place yet.");
    }

    /** The pool that is the pinch; empty where there is room. */
    static String pool(List<Room> rooms, Instant now) {
        return full(rooms, now).or(() -> nearlyFull(rooms)).map(Room::pool).orElse("");
    }

    private static Optional<Room> full(List<Room> rooms, Instant now) {
        return rooms.stream()
                .filter(r -> r.waiting() > 0 && r.occupancy() >= TIGHT)
                .max(Comparator.comparingDouble(
                        r -> r.waiting() * (1 + r.longest(now).toHours())));
    }

    private static Optional<Room> nearlyFull(List<Room> rooms) {
        return fullest(rooms).filter(r -> r.occupancy() >= TIGHT);
    }

    private static Optional<Room> fullest(List<Room> rooms) {
        return rooms.stream().filter(r -> r.inService() > 0).max(Comparator.comparingDouble(Room::occupancy));
    }

    private static String taken(Room room) {
        return room.taken() + " of " + room.inService() + " are taken";
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static String lasting(Duration time) {
        long hours = time.toHours();
        return hours < 1
                ? "under an hour"
                : hours < 48 ? hours + (hours == 1 ? " hour" : " hours") : hours / 24 + " days";
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
