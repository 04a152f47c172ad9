/**
 * The place as data: localities, organisations, sites, practices, teams, services, pools, standards and delay causes,
 * read from a folder and checked as a whole, and the synthetic older people who live there.
 */
@NullMarked
package uk.homeward.journey.place;

import org.jspecify.annotations.NullMarked;
