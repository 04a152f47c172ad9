@NullMarked
package uk.homeward.server.person;

import org.jspecify.annotations.NullMarked;
