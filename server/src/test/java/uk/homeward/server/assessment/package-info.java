@NullMarked
package uk.homeward.server.assessment;

import org.jspecify.annotations.NullMarked;
