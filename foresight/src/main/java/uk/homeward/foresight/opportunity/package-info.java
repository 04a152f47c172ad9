/**
 * What could be better, from reviewed cases: what reviewers of several professions found, how far they agree, and how
 * large the opportunity is.
 */
@NullMarked
package uk.homeward.foresight.opportunity;

import org.jspecify.annotations.NullMarked;
