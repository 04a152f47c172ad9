/** Who is whom: the person whom a door means, doubts that somebody has to settle, and records that are joined and parted. */
@NullMarked
package uk.homeward.server.identity;

import org.jspecify.annotations.NullMarked;
