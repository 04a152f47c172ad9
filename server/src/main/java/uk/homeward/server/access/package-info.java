/** Who someone is and what they may do. */
@NullMarked
package uk.homeward.server.access;

import org.jspecify.annotations.NullMarked;
