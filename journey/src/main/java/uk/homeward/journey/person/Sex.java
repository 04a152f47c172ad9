package uk.homeward.journey.person;

/** Administrative sex, in the words of FHIR. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
