/** Where the journal is kept: a PostgreSQL by address, or one that is started as a child process in a folder. */
@NullMarked
package uk.homeward.server.storage;

import org.jspecify.annotations.NullMarked;
