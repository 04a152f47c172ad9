@NullMarked
package uk.homeward.server.identity;

import org.jspecify.annotations.NullMarked;
