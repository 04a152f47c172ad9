/** Hospital messages through the listener, beside a listener that only inserts each message as it came. */
@NullMarked
package uk.homeward.bench.hl7;

import org.jspecify.annotations.NullMarked;
