/** What Homeward itself knows of a person and of the place, as FHIR R4 resources beside those that others sent. */
@NullMarked
package uk.homeward.server.record.fhir;

import org.jspecify.annotations.NullMarked;
