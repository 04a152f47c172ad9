@NullMarked
package uk.homeward.foresight.benefits.payment;

import org.jspecify.annotations.NullMarked;
