/** Case reviews through their pages. */
@NullMarked
package uk.homeward.server.review;

import org.jspecify.annotations.NullMarked;
