@NullMarked
package uk.homeward.foresight.benefits;

import org.jspecify.annotations.NullMarked;
