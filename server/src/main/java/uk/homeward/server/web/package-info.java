/** What all pages share: the layout's model, errors, live updates. */
@NullMarked
package uk.homeward.server.web;

import org.jspecify.annotations.NullMarked;
