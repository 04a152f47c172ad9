/**
 * The FHIR R4 interactions over the resources that others sent and those that Homeward owns: read, search, write, bundles,
 * history, bulk export and subscriptions. Bodies are read and answered as JSON bytes; no object model stands between.
 */
@NullMarked
package uk.homeward.server.exchange.rest;

import org.jspecify.annotations.NullMarked;
