package uk.homeward.server.exchange.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The segments of a message after its header, in the order of the message. */
record ParsedMessage(List<Segment> segments) {

    Optional<Segment> find(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /** The message cut into one part for each PID; what stands before the first PID belongs to none. */
    List<ParsedMessage> people() {
        List<List<Segment>> parts = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.name().equals("PID")) {
                parts.add(new ArrayList<>());
            }
            if (!parts.isEmpty()) {
                parts.getLast().add(segment);
            }
        }
        return parts.stream().map(ParsedMessage::new).toList();
    }

    List<Segment> all(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).toList();
    }
}
