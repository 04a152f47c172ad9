package uk.homeward.server.review;

import java.time.Instant;
import java.util.List;

/**
 * What a reviewer reads of a case: no name, number or address, and no words that people wrote.
 *
 * @param facts who this is, in short phrases
 * @param lines what happened, in order
 * @param record the address of the whole record, which opens by its own door; empty if there is none
 */
public record CaseNote(List<String> facts, List<Line> lines, String record) {

    public CaseNote {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
    }

    /** Something that happened. */
    public record Line(Instant at, String words) {}
}
