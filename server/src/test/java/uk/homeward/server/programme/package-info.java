@NullMarked
package uk.homeward.server.programme;

import org.jspecify.annotations.NullMarked;
