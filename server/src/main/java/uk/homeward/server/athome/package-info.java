/** Enablement: at home and in the beds of the centres; visits, goals, outcomes, and how long it has lasted. */
@NullMarked
package uk.homeward.server.athome;

import org.jspecify.annotations.NullMarked;
