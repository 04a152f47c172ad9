/** What HL7 messages beyond ADT say: referrals and results. */
@NullMarked
package uk.homeward.server.exchange.hl7.clinical;

import org.jspecify.annotations.NullMarked;
