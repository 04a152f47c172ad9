/** Forecasts and plans, on a real server. */
@NullMarked
package uk.homeward.server.planning;

import org.jspecify.annotations.NullMarked;
