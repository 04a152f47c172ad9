/** Whether what a programme promises comes true, and whether a change made a difference: judged from measures alone. */
@NullMarked
package uk.homeward.insight.programme;

import org.jspecify.annotations.NullMarked;
