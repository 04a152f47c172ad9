package uk.homeward.server.demo;

import java.time.Instant;
import java.util.List;
import uk.homeward.journey.place.HospitalWard;

/**
 * Something that a hospital would tell about a stay.
 *
 * @param sequence the journey's event from which it follows
 * @param visit the hospital's number of the stay
 * @param ward where the person is, or was until now
 * @param note why they came, or where they went
 * @param codes what the stay was coded as when it ended
 */
record StayNews(int sequence, Instant at, What what, String visit, HospitalWard ward, String note, List<String> codes) {

    /** What is told. */
    enum What {
        ARRIVED,
        ADMITTED,
        LEFT
    }
}
