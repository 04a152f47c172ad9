package uk.homeward.server.response;

import org.springframework.security.access.AccessDeniedException;

/** The user may act on journeys, but has no care relationship with this person and gave no reason. */
final class ClosedRecord extends AccessDeniedException {

    private static final long serialVersionUID = 1;

    private final String person;

    ClosedRecord(String person) {
        super("This person's record is closed to you. Open it with a reason, or ask the team that cares for them.");
        this.person = person;
    }

    String person() {
        return person;
    }
}
