/** Foresight: plays the pathway that runs care forward in time. Plain Java: no framework, no clock of the machine. */
@NullMarked
package uk.homeward.foresight;

import org.jspecify.annotations.NullMarked;
