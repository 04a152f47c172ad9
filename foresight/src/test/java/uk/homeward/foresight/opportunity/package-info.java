@NullMarked
package uk.homeward.foresight.opportunity;

import org.jspecify.annotations.NullMarked;
