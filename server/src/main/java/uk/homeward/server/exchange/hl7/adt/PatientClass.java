package uk.homeward.server.exchange.hl7.adt;

/** What kind of visit it is (PV1-2); senders' own codes are mapped by their profile. */
public enum PatientClass {
    INPATIENT("I"),
    EMERGENCY("E"),
    OUTPATIENT("O"),
    PREADMISSION("P"),
    /** Not a visit to a hospital: the message is about the person only. */
    NONE("N"),
    OTHER("B");

    private final String code;

    PatientClass(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
