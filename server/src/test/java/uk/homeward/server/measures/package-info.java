@NullMarked
package uk.homeward.server.measures;

import org.jspecify.annotations.NullMarked;
