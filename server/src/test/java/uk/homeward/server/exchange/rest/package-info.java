@NullMarked
package uk.homeward.server.exchange.rest;

import org.jspecify.annotations.NullMarked;
