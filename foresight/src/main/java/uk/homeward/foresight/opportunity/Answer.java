package uk.homeward.foresight.opportunity;

/** What a reviewer says to a question about a case. */
public enum Answer {
    YES,
    NO,
    UNSURE
}
