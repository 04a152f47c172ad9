/** Looks ahead: forecasts from the place as it is, scenarios that change it, demand and benefits. */
@NullMarked
package uk.homeward.server.planning;

import org.jspecify.annotations.NullMarked;
