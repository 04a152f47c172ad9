@NullMarked
package uk.homeward.server.storage;

import org.jspecify.annotations.NullMarked;
