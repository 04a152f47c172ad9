/** The FHIR base beside a plain HAPI server over one table, or any other FHIR server. */
@NullMarked
package uk.homeward.bench.fhir;

import org.jspecify.annotations.NullMarked;
