/**
 * Hospital flow: the ward boards, the board of the transfer of care hub, the page of a stay, returns with the people behind
 * each figure, and what wards learn from expected dates. Everything that is said here goes to
 * {@link uk.homeward.server.journal.FlowDesk}.
 */
@NullMarked
package uk.homeward.server.hospital;

import org.jspecify.annotations.NullMarked;
