package uk.homeward.journey.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told about one programme: the change that is being made, what it should yield, and how far it is. What the place's
 * data says is told once, on the day of its document; from then on the programme office tells.
 */
public sealed interface ProgrammeEvent extends ChangeEvent {

    /** Which way a figure should go. */
    enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /** How somebody sees it. Stands beside what the measure says, and never replaces it. */
    enum Opinion {
        CONFIDENT("Confident"),
        CONCERNED("Concerned"),
        ALARMED("Alarmed");

        private final String words;

        Opinion(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One heading of the programme's paper, such as its scope, and what stands under it. */
    record Heading(String title, String words) {}

    /**
     * What the programme is.
     *
     * @param strand the larger aim that it is part of; empty where none is named
     * @param owner a role, never a person
     */
    record ProgrammeDescribed(
            String title,
            String strand,
            String objective,
            String owner,
            List<String> organisations,
            List<Heading> headings,
            String source)
            implements ProgrammeEvent {

        public ProgrammeDescribed {
            organisations = List.copyOf(organisations);
            headings = List.copyOf(headings);
        }
    }

    /**
     * What should become better, and by when; told again, it takes the place of what was told before.
     *
     * @param measure the measure that shows it; empty where none does
     * @param locality where it is read; empty for the whole place
     * @param baseline what it was on {@code baselineOn}; null where nobody said
     * @param baselineSays what the paper says of it, in its words
     * @param target what it should be on {@code targetBy}; null where nobody set a figure
     * @param targetSays what the paper says of it, in its words
     */
    record OutcomeSet(
            String outcome,
            String title,
            String unit,
            String measure,
            String locality,
            Better better,
            @Nullable Double baseline,
            @Nullable LocalDate baselineOn,
            String baselineSays,
            @Nullable Double target,
            @Nullable LocalDate targetBy,
            String targetSays)
            implements ProgrammeEvent {}

    record OutcomeDropped(String outcome, String reason) implements ProgrammeEvent {}

    /**
     * A point on its way; told again, it takes the place of what was told before.
     *
     * @param planned the day by which it should be reached; null where the paper gives none
     * @param says the date in the paper's words
     * @param after what must be reached before: milestones of this programme, or {@code programme/milestone}
     */
    record MilestoneSet(
            String milestone, String title, @Nullable LocalDate planned, String says, List<String> after)
            implements ProgrammeEvent {

        public MilestoneSet {
            after = List.copyOf(after);
        }
    }

    record MilestoneForecast(String milestone, LocalDate day, String reason) implements ProgrammeEvent {}

    record MilestoneReached(String milestone, LocalDate day, String note) implements ProgrammeEvent {}

    record MilestoneDropped(String milestone, String reason) implements ProgrammeEvent {}

    /**
     * It depends on something.
     *
     * @param programme the other programme; empty where it depends on something that is none
     */
    record DependencySet(String dependency, String programme, String words) implements ProgrammeEvent {}

    /** A decision that the programme needs from somebody. */
    record DecisionAsked(String decision, String words) implements ProgrammeEvent {}

    /**
     * A decision was taken.
     *
     * @param takenBy a role or a board
     */
    record DecisionTaken(String decision, String words, String why, String takenBy) implements ProgrammeEvent {}

    /**
     * Somebody is to do something.
     *
     * @param owner a role, never a person
     */
    record ActionSet(String action, String words, String owner, LocalDate due) implements ProgrammeEvent {}

    record ActionClosed(String action, boolean done, String note) implements ProgrammeEvent {}

    /**
     * Somebody said how they see it.
     *
     * @param outcome of which outcome; empty for the whole programme
     */
    record OpinionGiven(String outcome, Opinion opinion, String words) implements ProgrammeEvent {}

    /** Why a benefit is not what was planned, in the words of those who answer for it. */
    record GapExplained(String benefit, String words) implements ProgrammeEvent {}

    /** The words above a highlight report; the last ones stand. */
    record HighlightWritten(String words) implements ProgrammeEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record ProgrammeRefused(String command, String code, String why) implements ProgrammeEvent, Refusal {}
}
