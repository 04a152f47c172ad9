/** Trust: who opened whose record with a reason, agreements to share, people's choices, and all that is kept about one person. */
@NullMarked
package uk.homeward.server.trust;

import org.jspecify.annotations.NullMarked;
