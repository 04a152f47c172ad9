/**
 * What a place's own events teach about its pathway: how long steps last (with stays that have not ended yet), which ways
 * people take, who comes when; and what is too thin to learn and stays an assumption.
 */
@NullMarked
package uk.homeward.foresight.calibration;

import org.jspecify.annotations.NullMarked;
