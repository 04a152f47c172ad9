package uk.homeward.journey.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DecisionKept;
import uk.homeward.journey.event.FlowEvent.SummaryAcknowledged;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.FlowEvent.SummarySent;
import uk.homeward.journey.flow.FlowFacts.Said;

/**
 * The discharge summary as it was last sent to one receiver.
 *
 * @param sequence which fact of the stay sent it
 * @param organisation the receiver's id; empty where it is none of the place's
 * @param words what stands under a heading; a heading without words stands in the hospital's own document
 * @param acknowledgedBy who at the receiver has read it; empty until somebody has
 * @param note what they said of it
 * @param outdated true if a decision that travels with the person changed after it was sent
 */
public record Summary(
        int sequence,
        String receiver,
        String organisation,
        Instant sentAt,
        List<SummaryPart> filled,
        Map<SummaryPart, String> words,
        @Nullable Instant acknowledgedAt,
        String acknowledgedBy,
        String note,
        boolean outdated) {

    public Summary {
        filled = List.copyOf(filled);
        words = Map.copyOf(words);
    }

    /** The last summary to each receiver, in the order in which they were sent. */
    static List<Summary> of(FlowFacts facts) {
        Map<String, Said<SummarySent>> last = new LinkedHashMap<>();
        facts.all(SummarySent.class).forEach(sent -> {
            last.remove(key(sent.event()));
            last.put(key(sent.event()), sent);
        });
        return last.values().stream().map(sent -> of(facts, sent)).toList();
    }

    private static Summary of(FlowFacts facts, Said<SummarySent> sent) {
        int sequence = sent.recorded().sequence();
        SummarySent event = sent.event();
        Optional<Said<SummaryAcknowledged>> read = facts.all(SummaryAcknowledged.class)
                .filter(said -> said.recorded().sequence() > sequence)
                .filter(said -> said.event().receiver().equals(event.receiver()))
                .findFirst();
        boolean outdated =
                facts.all(DecisionKept.class).anyMatch(said -> said.recorded().sequence() > sequence);
        return new Summary(
                sequence,
                event.receiver(),
                event.organisation(),
                sent.at(),
                event.filled(),
                event.words(),
                read.map(Said::at).orElse(null),
                read.map(said -> said.event().by()).orElse(""),
                read.map(said -> said.event().note()).orElse(""),
                outdated);
    }

    private static String key(SummarySent sent) {
        return sent.organisation().isEmpty() ? sent.receiver().strip().toLowerCase(Locale.ROOT) : sent.organisation();
    }

    /** The one that somebody has to see to: outdated before unread, the oldest first; else the last that was sent. */
    static Optional<Summary> mostPressing(List<Summary> summaries) {
        Comparator<Summary> pressing = Comparator.comparing((Summary summary) -> !summary.outdated)
                .thenComparing(Summary::isRead)
                .thenComparing(Summary::sentAt);
        Optional<Summary> first = summaries.stream().min(pressing);
        return first.filter(summary -> !summary.isRead() || summary.outdated)
                .or(() -> summaries.isEmpty() ? Optional.empty() : Optional.of(summaries.getLast()));
    }

    /** Tells receivers apart. */
    public String key() {
        return organisation.isEmpty() ? receiver.strip().toLowerCase(Locale.ROOT) : organisation;
    }

    /** True for the receiver of this id or these words. */
    boolean isTo(String who) {
        return organisation.equals(who) || receiver.equalsIgnoreCase(who.strip());
    }

    public boolean isRead() {
        return acknowledgedAt != null;
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
