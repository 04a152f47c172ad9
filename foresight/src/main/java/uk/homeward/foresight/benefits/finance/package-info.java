/**
 * Finance tables of a place, each stated total held against its parts, and the small sums planners ask for: a
 * waterfall of solutions, return on investment, settings of birth, and who gains and loses under a way of payment.
 */
@NullMarked
package uk.homeward.foresight.benefits.finance;

import org.jspecify.annotations.NullMarked;
