package uk.homeward.journey.pathway;

/** Where someone goes next: to a step, to a decision, or out by an exit. */
public sealed interface Target {

    String name();

    record ToStep(StepId step) implements Target {
        @Override
        public String name() {
            return step.value();
        }
    }

    record ToDecision(DecisionId decision) implements Target {
        @Override
        public String name() {
            return decision.value();
        }
    }

    record ToExit(ExitId exit) implements Target {
        @Override
        public String name() {
            return exit.value();
        }
    }
}
