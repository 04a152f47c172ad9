/**
 * The FHIR R4 door at {@code /fhir}: referrals come in as a ServiceRequest or as a BaRS message, and what became of them
 * can be read back. What cannot be understood is kept as received and waits to be mended, like a hospital's message.
 */
@NullMarked
package uk.homeward.server.exchange.fhir;

import org.jspecify.annotations.NullMarked;
