/** Trusted assessment: forms filled from what is known, agreements on who may assess for whom, and the figures of both. */
@NullMarked
package uk.homeward.server.assessment;

import org.jspecify.annotations.NullMarked;
