/** The directory of services: {@link uk.homeward.server.directory.Directory} is its face. */
@NullMarked
package uk.homeward.server.directory;

import org.jspecify.annotations.NullMarked;
