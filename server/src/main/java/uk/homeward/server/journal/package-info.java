/**
 * The journal: the append-only store of facts, the commands that write to it, and the projections that are written with
 * it. {@link uk.homeward.server.journal.Desk} is the door through which every change goes.
 */
@NullMarked
package uk.homeward.server.journal;

import org.jspecify.annotations.NullMarked;
