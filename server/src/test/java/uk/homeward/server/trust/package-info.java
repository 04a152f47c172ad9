@NullMarked
package uk.homeward.server.trust;

import org.jspecify.annotations.NullMarked;
