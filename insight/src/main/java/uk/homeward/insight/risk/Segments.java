package uk.homeward.insight.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place's list of segments in order of priority. The first that a person meets is theirs, so that each person is in
 * exactly one and the segments add up to the population.
 */
public final class Segments {

    private final List<Segment> segments;

    /**
     * One segment.
     *
     * @param id such as {@code end-of-life}
     * @param title for people to read
     */
    public record Segment(String id, String title, Criterion criterion) {}

    /** A person's segment and why. */
    public record Assigned(Segment segment, Reason why) {}

    private Segments(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    /**
     * Checks that ids differ and that the last segment takes everyone.
     *
     * @throws IllegalArgumentException when people could be in none, or a segment could never be reached
     */
    public static Segments of(List<Segment> segments) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (!ids.add(segment.id())) {
                throw new IllegalArgumentException(
                        "The segment (" + segment.id() + ") is listed twice. Maybe: combine both with any-of.");
            }
            if (last != segment.criterion() instanceof Criterion.Everyone) {
                throw new IllegalArgumentException("The segment (" + segment.id() + ") "
                        + (last ? "is the last and does not take everyone" : "takes everyone before the last")
                        + ". Maybe: end the list with a segment such as healthy that takes whoever is left.");
            }
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("There are no segments. Maybe: the file was read empty.");
        }
        return new Segments(segments);
    }

    public List<Segment> list() {
        return segments;
    }

    /** The first segment that the person meets. */
    public Assigned assign(PersonHistory person) {
        for (Segment segment : segments) {
            Optional<String> why = segment.criterion().met(person);
            if (why.isPresent()) {
                return new Assigned(segment, new Reason(why.get(), 0));
            }
        }
        throw new IllegalStateException("The last segment did not take a person. Maybe: it is no longer Everyone.");
    }
}
