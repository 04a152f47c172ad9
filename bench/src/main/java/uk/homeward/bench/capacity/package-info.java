@NullMarked
package uk.homeward.bench.capacity;

import org.jspecify.annotations.NullMarked;
