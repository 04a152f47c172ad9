@NullMarked
package uk.homeward.server.web;

import org.jspecify.annotations.NullMarked;
