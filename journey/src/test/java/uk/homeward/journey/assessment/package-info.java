@NullMarked
package uk.homeward.journey.assessment;

import org.jspecify.annotations.NullMarked;
