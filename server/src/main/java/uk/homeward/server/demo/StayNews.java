package uk.homeward.server.demo;

import java.time.Instant;
import uk.homeward.journey.place.HospitalWard;

/**
 * Something that a hospital would tell about a stay.
 *
 * @param sequence the journey's event from which it follows
 * @param visit the hospital's number of the stay
 * @param ward where the person is, or was until now
 * @param note why they came, or where they went
 */
record StayNews(int sequence, Instant at, What what, String visit, HospitalWard ward, String note) {

    /** What is told. */
    enum What {
        ARRIVED,
        ADMITTED,
        LEFT
    }
}
