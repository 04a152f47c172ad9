package uk.homeward.journey.event;

/** What is told of one person's way to something in the community: a social prescription. */
public sealed interface PrescriptionEvent extends Event {

    /**
     * Somebody and the person agreed that this could help.
     *
     * @param service the directory's entry
     * @param matters what matters to the person in it
     */
    record Prescribed(String person, String service, String serviceTitle, String matters)
            implements PrescriptionEvent {}

    /** What came of it. */
    record PrescriptionEnded(Outcome outcome, String note) implements PrescriptionEvent {}

    /** Refused, and kept that it was. */
    record PrescriptionRefused(String command, String code, String why) implements PrescriptionEvent, Refusal {}

    /** What can come of a social prescription. */
    enum Outcome {
        GOES_AND_LIKES_IT("Goes, and likes it"),
        WENT_AND_STOPPED("Went, and stopped"),
        DID_NOT_GO("Did not go"),
        SERVICE_HAD_NO_ROOM("The service had no room"),
        NO_LONGER_NEEDED("No longer needed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
