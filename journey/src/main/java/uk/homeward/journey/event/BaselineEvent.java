package uk.homeward.journey.event;

import org.jspecify.annotations.Nullable;

/** What is told about one figure of the market, the workforce or the estate. */
public sealed interface BaselineEvent extends ChangeEvent {

    /**
     * A figure for one period; told again for the same period, it takes the place of what was told before.
     *
     * @param value null where the source has a text only
     * @param says what the source says where it has no figure, or more than one
     */
    record FigureTold(
            String period,
            @Nullable Double value,
            String says,
            @Nullable Double comparator,
            String comparedWith,
            String source)
            implements BaselineEvent {}

    /**
     * What the figure is.
     *
     * @param theme market, workforce or estates
     */
    record FigureNamed(String theme, String topic, String title, String area, String unit) implements BaselineEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record FigureRefused(String command, String code, String why) implements BaselineEvent, Refusal {}
}
