@org.jspecify.annotations.NullUnmarked
package uk.homeward.server.demo;
