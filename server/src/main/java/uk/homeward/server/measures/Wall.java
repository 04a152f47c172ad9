package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.Quarantined;
import uk.homeward.insight.statistics.chart.Rebase;

/**
 * The measures wall: one card for each measure that was chosen, those that changed first.
 *
 * @param noData measures without a row
 */
public record Wall(Choice choice, List<Card> cards, List<Measure> noData, List<Quarantined> quarantined, Lists lists) {

    public Wall {
        cards = List.copyOf(cards);
        noData = List.copyOf(noData);
        quarantined = List.copyOf(quarantined);
    }

    /** What was chosen; blank is all. */
    public record Choice(String programme, String audience, String locality, String show, Grain grain) {}

    /** What can be chosen. */
    public record Lists(List<String> programmes, List<String> audiences) {}

    /** One small multiple. */
    public record Card(Measure measure, Reading reading) {

        private int order() {
            return switch (reading.meaning()) {
                case "concern" -> 0;
                case "improvement" -> 1;
                case "change" -> 2;
                default -> reading.last().isPresent() ? 3 : 4;
            };
        }
    }

    static Wall of(Shelf shelf, Choice choice, Map<String, List<Rebase>> rebases) {
        List<Card> cards = new ArrayList<>();
        List<Measure> noData = new ArrayList<>();
        @Nullable String locality = choice.locality().isBlank() ? null : choice.locality();
        for (Measure measure : shelf.measures()) {
            if (!fits(measure, choice) || (locality != null && !measure.splits().contains("locality"))) {
                continue;
            }
            Optional<Reading> reading = shelf.result(measure, locality == null ? null : "locality", choice.grain())
                    .filter(r -> !r.of(locality).isEmpty())
                    .map(r -> new Reading(r, locality, rebases.getOrDefault(measure.id(), List.of())));
            reading.ifPresentOrElse(r -> cards.add(new Card(measure, r)), () -> noData.add(measure));
        }
        List<Card> shown = cards.stream()
                .filter(c -> !choice.show().equals("changed")
                        || !c.reading().meaning().equals("chance"))
                .sorted(Comparator.comparingInt(Card::order))
                .toList();
        return new Wall(choice, shown, noData, shelf.quarantined(), lists(shelf));
    }

    private static boolean fits(Measure measure, Choice choice) {
        return (choice.programme().isBlank() || measure.programme().equals(choice.programme()))
                && (choice.audience().isBlank() || measure.audience().contains(choice.audience()));
    }

    private static Lists lists(Shelf shelf) {
        return new Lists(words(shelf, m -> Stream.of(m.programme())), words(shelf, m -> m.audience().stream()));
    }

    private static List<String> words(Shelf shelf, Function<Measure, Stream<String>> of) {
        return shelf.measures().stream()
                .flatMap(of)
                .filter(w -> !Objects.requireNonNull(w).isBlank())
                .distinct()
                .sorted()
                .toList();
    }
}
