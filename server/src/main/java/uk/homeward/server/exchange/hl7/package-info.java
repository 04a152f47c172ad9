/**
 * The HL7 v2 door: receives ADT messages, keeps each as received, understands it, and answers.
 *
 * <p>Holds no rule of care: what a message means for people and journeys is decided behind {@link Inbox}.
 */
@NullMarked
package uk.homeward.server.exchange.hl7;

import org.jspecify.annotations.NullMarked;
