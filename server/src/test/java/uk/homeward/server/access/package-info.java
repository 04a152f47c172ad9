@NullMarked
package uk.homeward.server.access;

import org.jspecify.annotations.NullMarked;
