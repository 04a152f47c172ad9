/** The simulator side by side with SSJ and with hand-written loops: the same models, the same machine, in turns. */
@NullMarked
package uk.homeward.bench.simulator;

import org.jspecify.annotations.NullMarked;
