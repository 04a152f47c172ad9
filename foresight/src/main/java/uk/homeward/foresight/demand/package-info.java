/**
 * What would be needed if nothing changed, and what changes it: people by age, rates by age, growth beyond demography,
 * healthier ageing, avoided admissions and shorter stays, turned into admissions, bed days and beds with intervals.
 */
@NullMarked
package uk.homeward.foresight.demand;

import org.jspecify.annotations.NullMarked;
