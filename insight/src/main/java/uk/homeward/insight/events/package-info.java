/**
 * Events as open data: the columnar form in which a place's journal, or a simulation, is published for measures and
 * analysts. {@code docs/events.md} describes every table; {@link uk.homeward.insight.events.FactTable} is its source.
 */
@NullMarked
package uk.homeward.insight.events;

import org.jspecify.annotations.NullMarked;
