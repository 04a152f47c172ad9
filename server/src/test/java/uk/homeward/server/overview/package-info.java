@NullMarked
package uk.homeward.server.overview;

import org.jspecify.annotations.NullMarked;
