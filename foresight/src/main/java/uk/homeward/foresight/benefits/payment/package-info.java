/** Ways in which a commissioner pays a provider, and who gains and who loses when activity and cost move. */
@NullMarked
package uk.homeward.foresight.benefits.payment;

import org.jspecify.annotations.NullMarked;
