@NullMarked
package uk.homeward.server.exchange.fhir;

import org.jspecify.annotations.NullMarked;
