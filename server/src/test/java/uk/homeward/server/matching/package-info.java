@NullMarked
package uk.homeward.server.matching;

import org.jspecify.annotations.NullMarked;
