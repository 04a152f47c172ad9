package uk.homeward.server.measures;

import uk.homeward.insight.measures.MeasureRow;

/** One trust of the table. */
public record TrustLine(String code, String title, boolean chosen, MeasureRow row, String position) {}
