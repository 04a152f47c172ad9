@NullMarked
package uk.homeward.journey.directory;

import org.jspecify.annotations.NullMarked;
