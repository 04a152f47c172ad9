@NullMarked
package uk.homeward.foresight.demand;

import org.jspecify.annotations.NullMarked;
