package uk.homeward.server.athome;

import java.util.List;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;

/** The pathway's steps of enablement: those that measure an outcome, at home or in a community bed. */
final class EnablementSteps {

    private EnablementSteps() {}

    static List<Step> of(Pathway pathway, Step.Setting setting) {
        return pathway.steps().values().stream()
                .filter(s -> s.setting() == setting && s.records().contains("outcome"))
                .toList();
    }
}
