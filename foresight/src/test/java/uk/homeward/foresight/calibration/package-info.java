/** Whether what is learned is what was true. */
@NullMarked
package uk.homeward.foresight.calibration;

import org.jspecify.annotations.NullMarked;
