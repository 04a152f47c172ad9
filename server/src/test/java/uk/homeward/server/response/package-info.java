@NullMarked
package uk.homeward.server.response;

import org.jspecify.annotations.NullMarked;
