/** The running system. Packages are named for what their users do, or for what they guard. */
@NullMarked
package uk.homeward.server;

import org.jspecify.annotations.NullMarked;
