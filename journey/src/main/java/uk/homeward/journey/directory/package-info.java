/** The directory of services: what an entry must say, how long one may rely on it, and whom a service is for. */
@NullMarked
package uk.homeward.journey.directory;

import org.jspecify.annotations.NullMarked;
