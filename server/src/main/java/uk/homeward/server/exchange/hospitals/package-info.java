/** The demo's hospitals: they tell, by real HL7 messages through the listener, what hospitals would tell. */
@NullMarked
package uk.homeward.server.exchange.hospitals;

import org.jspecify.annotations.NullMarked;
