@NullMarked
package uk.homeward.server.hospital;

import org.jspecify.annotations.NullMarked;
