@NullMarked
package uk.homeward.server.record.fhir;

import org.jspecify.annotations.NullMarked;
