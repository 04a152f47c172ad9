/** Risk scores, segments and the risk pyramid: each result says why, in words, from what was recorded. */
@NullMarked
package uk.homeward.insight.risk;

import org.jspecify.annotations.NullMarked;
