package uk.homeward.server.exchange.outgoing;

import java.util.Arrays;
import java.util.Optional;

/** What a receiver can be told. */
public enum Kind {
    ADT("adt", "Who came, moved and left (ADT)", false),
    DOCUMENT("mdm", "Discharge letters and decisions about care (MDM)", false),
    DISCHARGE("discharge", "Discharges (ITK3 Transfer of Care)", true),
    REFERRAL("referral", "Referrals (BaRS)", true);

    private final String word;
    private final String title;
    private final boolean fhir;

    Kind(String word, String title, boolean fhir) {
        this.word = word;
        this.title = title;
        this.fhir = fhir;
    }

    /** As {@code subscribers.yaml} writes it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** True for messages over FHIR; false for HL7 v2. */
    boolean isFhir() {
        return fhir;
    }

    static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
}
