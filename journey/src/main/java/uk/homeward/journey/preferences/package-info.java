/** What was decided with a person about their care, such as resuscitation: one current truth of each kind, with its history. */
@NullMarked
package uk.homeward.journey.preferences;

import org.jspecify.annotations.NullMarked;
