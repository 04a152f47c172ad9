package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.SummaryPart;

/**
 * The discharge summary as it was last sent.
 *
 * @param acknowledgedBy who at the receiver has read it; empty until somebody has
 * @param outdated true if a decision that travels with the person changed after it was sent
 */
public record Summary(
        String receiver,
        Instant sentAt,
        List<SummaryPart> filled,
        @Nullable Instant acknowledgedAt,
        String acknowledgedBy,
        boolean outdated) {

    public Summary {
        filled = List.copyOf(filled);
    }

    /** How much of it is there, in per cent of the headings, rounded down. */
    public int completeness() {
        return completeness(filled);
    }

    public static int completeness(List<SummaryPart> filled) {
        return 100 * distinct(filled).size() / SummaryPart.values().length;
    }

    private static Set<SummaryPart> distinct(List<SummaryPart> filled) {
        Set<SummaryPart> parts = EnumSet.noneOf(SummaryPart.class);
        parts.addAll(filled);
        return parts;
    }

    /** The headings without which no summary is sent, and that these lack. */
    public static List<SummaryPart> missing(List<SummaryPart> filled) {
        return List.of(SummaryPart.values()).stream()
                .filter(SummaryPart::isNeeded)
                .filter(part -> !filled.contains(part))
                .toList();
    }
}
