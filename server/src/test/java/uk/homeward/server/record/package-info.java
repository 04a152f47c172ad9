@NullMarked
package uk.homeward.server.record;

import org.jspecify.annotations.NullMarked;
