@NullMarked
package uk.homeward.server.risk;

import org.jspecify.annotations.NullMarked;
