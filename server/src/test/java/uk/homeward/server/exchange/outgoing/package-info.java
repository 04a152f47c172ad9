@org.jspecify.annotations.NullMarked
package uk.homeward.server.exchange.outgoing;
