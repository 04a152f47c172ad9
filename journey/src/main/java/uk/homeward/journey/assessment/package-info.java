/** Trusted assessment: one bank of questions, forms as views of it, and who may assess for whom. */
@NullMarked
package uk.homeward.journey.assessment;

import org.jspecify.annotations.NullMarked;
