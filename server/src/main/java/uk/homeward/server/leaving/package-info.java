/** What ends here, or is handed over, when somebody leaves for another area. */
@org.jspecify.annotations.NullMarked
package uk.homeward.server.leaving;
