package uk.homeward.server.exchange.hl7;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text that goes over several repetitions of a field. */
final class Notes {

    private Notes() {}

    /** The words of a note (NTE-3). */
    static String text(Segment nte) {
        return joined(nte, 3);
    }

    static String joined(Segment segment, int field) {
        return IntStream.range(0, segment.repetitions(field))
                .mapToObj(i -> segment.text(field, i, 1))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }
}
