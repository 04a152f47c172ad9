package uk.homeward.insight.risk;

import java.time.LocalDate;

/** A diagnosis that was coded for a stay in hospital, with the day on which the stay began. */
public record Diagnosis(LocalDate admitted, Icd10 code) {}
