/**
 * Framing of messages over TCP (MLLP, the minimal lower layer protocol of HL7): one listener, one client.
 *
 * <p>Knows bytes and connections only; what a message means is the business of whoever answers it.
 */
@NullMarked
package uk.homeward.server.exchange.mllp;

import org.jspecify.annotations.NullMarked;
