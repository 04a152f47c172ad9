/** Risk over the whole population from coded history: the pyramid in figures, and registers for those who care. */
@NullMarked
package uk.homeward.server.risk;

import org.jspecify.annotations.NullMarked;
