@NullMarked
package uk.homeward.server.exchange.csv;

import org.jspecify.annotations.NullMarked;
