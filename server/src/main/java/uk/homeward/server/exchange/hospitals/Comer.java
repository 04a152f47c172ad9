package uk.homeward.server.exchange.hospitals;

import java.time.Instant;
import uk.homeward.journey.place.WardId;

/**
 * Somebody who has come to an emergency department of the demo.
 *
 * @param arrival names the arrival; two with the same name are one
 * @param person the person's id
 * @param department the emergency department
 * @param reason why they came, in words
 */
public record Comer(String arrival, String person, WardId department, Instant at, String reason) {

    /** The hospital's number of the visit. */
    String visit() {
        return Census.VISIT + arrival;
    }
}
