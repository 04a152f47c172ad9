/**
 * What is arranged for a person and who pays: elements with hours, prices, pauses and ends; approval limits; reviews; budgets;
 * continuing care with its clocks; and what is done when a provider fails. All are folds of their events.
 */
@NullMarked
package uk.homeward.journey.packages;

import org.jspecify.annotations.NullMarked;
