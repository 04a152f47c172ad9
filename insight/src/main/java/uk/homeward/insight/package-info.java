/** Insight: measures from events, honest statistics and risk scores. Plain Java and DuckDB. */
@NullMarked
package uk.homeward.insight;

import org.jspecify.annotations.NullMarked;
