/**
 * Measures: SQL files over published facts, each with a header that says what it means. The engine turns the rows that a
 * file gives into figures with honest limits; {@code docs/measures.md} is the contract.
 */
@NullMarked
package uk.homeward.insight.measures;

import org.jspecify.annotations.NullMarked;
