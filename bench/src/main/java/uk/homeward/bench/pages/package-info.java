/** Pages of a running place, asked for by many users at once. */
@NullMarked
package uk.homeward.bench.pages;

import org.jspecify.annotations.NullMarked;
