/**
 * Programmes, risks, improvement cycles, maturity, the winter plan and baselines: each the fold of its events, and the rules that
 * allow or refuse what is told of them. Whether a measure moves is not asked here: that stands on insight.
 */
@NullMarked
package uk.homeward.journey.programme;

import org.jspecify.annotations.NullMarked;
