@NullMarked
package uk.homeward.server.frontdoor;

import org.jspecify.annotations.NullMarked;
