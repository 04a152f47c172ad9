/** The command line: one class for each sub-command; each hands over to the house that does the work. */
@NullMarked
package uk.homeward.server.commandline;

import org.jspecify.annotations.NullMarked;
