package uk.homeward.journey.event;

import java.time.LocalDate;

/** What is told about one improvement cycle: plan, do, study, act. */
public sealed interface CycleEvent extends ChangeEvent {

    /** What is done with a change once it was studied. */
    enum Act {
        ADOPT("Adopt: make it the usual way"),
        ADAPT("Adapt: change it and try again"),
        ABANDON("Abandon: go back");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Plan and do.
     *
     * @param programme the programme that it belongs to; empty for none
     * @param measure the measure by which one will know
     * @param locality where it is tried; empty for the whole place
     * @param change what is done otherwise
     * @param startsOn the day from which it is done otherwise
     * @param owner a role, never a person
     */
    record CyclePlanned(
            String programme,
            String aim,
            String measure,
            String locality,
            String change,
            String prediction,
            LocalDate startsOn,
            String owner)
            implements CycleEvent {}

    record CycleNoted(String words) implements CycleEvent {}

    /**
     * Study and act.
     *
     * @param found what the chart said on that day; a sentence of the statistics, not of the person
     * @param words what was learned
     */
    record CycleConcluded(Act act, String found, String words) implements CycleEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record CycleRefused(String command, String code, String why) implements CycleEvent, Refusal {}
}
