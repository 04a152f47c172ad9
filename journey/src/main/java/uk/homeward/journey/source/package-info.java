/** Definitions as text: reading YAML and CSV so that every fault can be told with its file and line. */
@NullMarked
package uk.homeward.journey.source;

import org.jspecify.annotations.NullMarked;
