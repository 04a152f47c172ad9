package uk.homeward.server.exchange.fhir;

import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;

/** People's records behind the same door as on the pages: no care relationship, no record. */
@Component
class Records {

    private final RecordDoor door;

    Records(RecordDoor door) {
        this.door = door;
    }

    /**
     * Reads something of a person's record; that the user looked is kept with it.
     *
     * @return empty if there is no such person; an answer 403 is thrown if the record does not open
     */
    <T> Optional<T> open(User user, String person, String what, Supplier<Optional<T>> read) {
        return switch (door.open(user, person, what, read)) {
            case RecordDoor.Open<Optional<T>> open -> open.read();
            case RecordDoor.Nobody<Optional<T>> nobody -> Optional.empty();
            case RecordDoor.Closed<Optional<T>> closed ->
                throw Outcomes.of(
                        403,
                        IssueType.SUPPRESSED,
                        "there is no care relationship with this person",
                        "give a reason on the person's page; it opens the record for an hour");
        };
    }
}
