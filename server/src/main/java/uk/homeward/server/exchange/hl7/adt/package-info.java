/** What an ADT message says, as plain immutable values; no HL7 syntax in here, except in the writer. */
@NullMarked
package uk.homeward.server.exchange.hl7.adt;

import org.jspecify.annotations.NullMarked;
