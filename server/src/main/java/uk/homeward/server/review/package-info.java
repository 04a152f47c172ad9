/** Case-note reviews: cases drawn by chance or told, read by several professions who are blind to each other. */
@NullMarked
package uk.homeward.server.review;

import org.jspecify.annotations.NullMarked;
