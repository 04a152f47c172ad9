/** A place that fits the person: searches, choices, offers to providers, the morning's proposal and what the market lacks. */
@NullMarked
package uk.homeward.server.matching;

import org.jspecify.annotations.NullMarked;
