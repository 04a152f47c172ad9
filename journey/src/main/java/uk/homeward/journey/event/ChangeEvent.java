package uk.homeward.journey.event;

/**
 * What is told about the change that is being made to the place, its risks, and what it starts from; never about a person.
 * These subjects are small: who reads them folds their events, for today and for any day before alike.
 */
public sealed interface ChangeEvent extends Event
        permits ProgrammeEvent, RiskEvent, CycleEvent, MaturityEvent, WinterEvent, BaselineEvent {}
