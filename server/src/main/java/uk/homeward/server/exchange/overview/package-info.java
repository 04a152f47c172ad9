/** All lines to other systems on one page. */
@NullMarked
package uk.homeward.server.exchange.overview;

import org.jspecify.annotations.NullMarked;
