package uk.homeward.journey.matching;

import java.time.LocalDate;

/** Where a search stands. */
public sealed interface SearchState {

    record Looking() implements SearchState {}

    record Placed(String provider, LocalDate from) implements SearchState {}

    record Withdrawn(String reason) implements SearchState {}
}
