@NullMarked
package uk.homeward.server.athome;

import org.jspecify.annotations.NullMarked;
