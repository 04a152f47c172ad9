package uk.homeward.journey.pathway;

import java.util.List;

/**
 * A place where a human chooses.
 *
 * @param decidedBy the roles that may decide
 * @param professions how many different professions must take part
 * @param asksWish true where the person's own wish must be recorded with the decision
 */
public record Decision(
        DecisionId id,
        String title,
        String question,
        List<String> decidedBy,
        int professions,
        boolean asksWish,
        List<Option> options) {

    public Decision {
        decidedBy = List.copyOf(decidedBy);
        options = List.copyOf(options);
    }

    /** The option of this name; throws if the decision has none such. */
    public Option get(OptionId option) {
        return options.stream()
                .filter(o -> o.id().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("decision (" + id + ") has no option (" + option
                        + "). Maybe: one of " + options.stream().map(Option::id).toList()));
    }

    /**
     * One answer to the question.
     *
     * @param when criteria in plain words
     * @param needsReason true where a reason must be given (such as why no alternative to admission served)
     * @param share for foresight: the share of people for whom it is chosen, 0 to 1
     * @param shifts what changes the share
     */
    public record Option(
            OptionId id,
            String title,
            List<String> when,
            boolean needsReason,
            double share,
            List<Shift> shifts,
            Target to) {

        public Option {
            when = List.copyOf(when);
            shifts = List.copyOf(shifts);
        }
    }
}
