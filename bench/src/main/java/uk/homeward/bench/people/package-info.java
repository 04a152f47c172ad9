/** Whom a record means, among a whole population: how fast, and how often right. */
@NullMarked
package uk.homeward.bench.people;

import org.jspecify.annotations.NullMarked;
