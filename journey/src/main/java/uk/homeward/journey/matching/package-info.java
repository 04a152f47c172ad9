/**
 * A place that fits the person: who could have which place, why, and what the person chose. Searches are folds of their events;
 * rules are named and answer in plain words; a morning's waiting list is settled by an exact assignment.
 */
@NullMarked
package uk.homeward.journey.matching;

import org.jspecify.annotations.NullMarked;
