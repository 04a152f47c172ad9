package uk.homeward.server.person;

import java.util.Map;
import uk.homeward.journey.Id;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;

/** Where a journey stands, as the pathway names it. */
public final class Where {

    private Where() {}

    /** The title of a step, decision or exit; the word itself in plain words where the pathway has none such. */
    public static String title(Pathway pathway, String at) {
        return titles(pathway.steps(), at, Step::title)
                .or(() -> titles(pathway.decisions(), at, Decision::title))
                .or(() -> titles(pathway.exits(), at, Exit::title))
                .orElse(Plain.title(at));
    }

    private static <K extends Id, V> java.util.Optional<String> titles(
            Map<K, V> all, String at, java.util.function.Function<V, String> title) {
        return all.entrySet().stream()
                .filter(e -> e.getKey().value().equals(at))
                .findFirst()
                .map(e -> title.apply(e.getValue()));
    }
}
