package uk.homeward.foresight.demand;

/** One assumption of a demand scenario, with what is believed about it and why. */
public record Assumption(String id, String title, Effect effect, Distribution belief, String source) {}
