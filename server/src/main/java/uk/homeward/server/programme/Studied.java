package uk.homeward.server.programme;

import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.programme.Study;

/** The study of a cycle, its measure, and its chart as SVG. */
public record Studied(Study study, Measure measure, String svg) {}
