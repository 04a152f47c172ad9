/**
 * The pathway language: a definition that runs care, measures it and foresees it. {@link Pathway#load} reads a file;
 * every fault is told with its line. The language is described in {@code docs/pathway-language.md}.
 */
@NullMarked
package uk.homeward.journey.pathway;

import org.jspecify.annotations.NullMarked;
