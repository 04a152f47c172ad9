/** How the place is doing now, on one page, and the pathway drawn with live counts. */
@NullMarked
package uk.homeward.server.overview;

import org.jspecify.annotations.NullMarked;
