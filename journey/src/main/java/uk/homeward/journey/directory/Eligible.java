package uk.homeward.journey.directory;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.ServiceEvent.Details;

/**
 * Whom somebody looks for.
 *
 * @param age in whole years; negative where it is not said
 * @param locality where the person lives; empty where it is not said
 */
public record Eligible(int age, String locality) {

    /** Why this service is not for them, in words; none where nothing speaks against it. */
    public List<String> whyNot(Details service, String areas) {
        List<String> why = new ArrayList<>();
        if (age >= 0 && age < service.minimumAge()) {
            why.add("only from " + service.minimumAge() + " years");
        }
        if (!locality.isEmpty()
                && !service.areas().isEmpty()
                && !service.areas().contains(locality)) {
            why.add("only for people in " + areas);
        }
        return why;
    }
}
