@NullMarked
package uk.homeward.server.directory;

import org.jspecify.annotations.NullMarked;
