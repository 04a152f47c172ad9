package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.List;

/** A pathway in sentences. */
final class PathwayWords {

    private PathwayWords() {}

    static List<String> of(Pathway pathway) {
        List<String> words = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            words.add("Way in: " + route.title() + ". Goes to: " + pathway.titleOf(route.to()) + ".");
        }
        for (Step step : pathway.steps().values()) {
            words.add("Step: " + step.title() + ". Then: " + pathway.titleOf(step.then()) + ".");
        }
        for (Decision decision : pathway.decisions().values()) {
            words.add("Decision: " + decision.title() + ". " + decision.question() + " " + answers(pathway, decision));
        }
        for (Exit exit : pathway.exits().values()) {
            words.add("Exit: " + exit.title() + ".");
        }
        return words;
    }

    private static String answers(Pathway pathway, Decision decision) {
        List<String> answers = decision.options().stream()
                .map(o -> o.title() + " (goes to: " + pathway.titleOf(o.to()) + ")")
                .toList();
        return "Answers: " + String.join("; ", answers) + ".";
    }
}
