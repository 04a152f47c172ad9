/** The person: what matters to them, their story, their plan, and what happened, in plain sentences. */
@NullMarked
package uk.homeward.server.person;

import org.jspecify.annotations.NullMarked;
