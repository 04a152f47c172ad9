/** Tables from other systems: people, capacity, and a check of practices. Each row gets a receipt. */
@NullMarked
package uk.homeward.server.exchange.csv;

import org.jspecify.annotations.NullMarked;
