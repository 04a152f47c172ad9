/**
 * Measures: publishes the journal as open data in the background, keeps the results of every measure fresh, and shows them
 * on pages and as JSON. Figures only; nobody is named here.
 */
@NullMarked
package uk.homeward.server.measures;

import org.jspecify.annotations.NullMarked;
