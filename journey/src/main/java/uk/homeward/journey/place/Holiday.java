package uk.homeward.journey.place;

import java.time.LocalDate;

/** A public holiday. */
public record Holiday(LocalDate date, String title) {}
