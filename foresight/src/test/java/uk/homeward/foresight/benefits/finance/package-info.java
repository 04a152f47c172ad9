@NullMarked
package uk.homeward.foresight.benefits.finance;

import org.jspecify.annotations.NullMarked;
