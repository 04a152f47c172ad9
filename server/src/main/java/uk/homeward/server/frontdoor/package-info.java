/**
 * The front door: referrals by professionals, concerns through the open gateway, and the list on which both come in.
 */
@NullMarked
package uk.homeward.server.frontdoor;

import org.jspecify.annotations.NullMarked;
