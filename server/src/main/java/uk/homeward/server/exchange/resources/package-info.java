/**
 * FHIR R4 resources, kept as received, whoever sent them: {@link uk.homeward.server.exchange.resources.Resources} keeps
 * every version with its source and finds what stands now. What is told here is a sender's word; what Homeward itself knows
 * of a person stands in the journal.
 */
@NullMarked
package uk.homeward.server.exchange.resources;

import org.jspecify.annotations.NullMarked;
