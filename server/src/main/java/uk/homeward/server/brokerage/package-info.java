/** What is arranged for people and who pays: packages, approvals, reviews, continuing care, providers that fail. */
@NullMarked
package uk.homeward.server.brokerage;

import org.jspecify.annotations.NullMarked;
