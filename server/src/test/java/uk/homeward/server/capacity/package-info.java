@NullMarked
package uk.homeward.server.capacity;

import org.jspecify.annotations.NullMarked;
