package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an {@link AdtMessage} from plain facts, for those who send: the demo, tests and benchmarks. */
public final class AdtDraft {

    private static final Sender HOMEWARD = new Sender("HOMEWARD", "");

    private final Trigger trigger;
    private final Instant occurredAt;
    private final List<Subject> subjects = new ArrayList<>();
    private String controlId = "";
    private Sender sender = HOMEWARD;
    private String version = "2.4";
    private String processing = "P";
    private Instant recordedAt;
    private @Nullable Instant plannedAt;
    private @Nullable Instant cancelsEventAt;

    /** Begins a message about something that happened (or was cancelled) at {@code occurredAt}. */
    public AdtDraft(Trigger trigger, Instant occurredAt) {
        this.trigger = trigger;
        this.occurredAt = occurredAt;
        this.recordedAt = occurredAt;
    }

    public AdtDraft controlId(String id) {
        controlId = id;
        return this;
    }

    public AdtDraft from(Sender newSender) {
        sender = newSender;
        return this;
    }

    /** The HL7 version to write, such as {@code 2.3}; 2.4 unless said otherwise. */
    public AdtDraft version(String newVersion) {
        version = newVersion;
        return this;
    }

    /** When it was recorded, if later than it occurred. */
    public AdtDraft recordedAt(Instant time) {
        recordedAt = time;
        return this;
    }

    /** When it is planned, for a pending event. */
    public AdtDraft plannedAt(Instant time) {
        plannedAt = time;
        return this;
    }

    /** When the event had happened that is cancelled. */
    public AdtDraft cancels(Instant time) {
        cancelsEventAt = time;
        return this;
    }

    /** Adds a person who is not in a visit. */
    public AdtDraft about(Identity identity, Demographics demographics) {
        subjects.add(new Subject(identity, demographics, null, List.of()));
        return this;
    }

    /** Adds a person in a visit. */
    public AdtDraft about(Identity identity, Demographics demographics, Visit visit) {
        subjects.add(new Subject(identity, demographics, visit, List.of()));
        return this;
    }

    /** Adds a person into whose record another is merged. */
    public AdtDraft merging(Identity survivor, Demographics demographics, Identity givesWay) {
        subjects.add(new Subject(survivor, demographics, null, List.of(givesWay)));
        return this;
    }

    public AdtMessage message() {
        Envelope envelope =
                new Envelope(controlId, sender, HOMEWARD, "ADT", trigger.name(), version, processing, recordedAt);
        return new AdtMessage(
                envelope, trigger, null, occurredAt, recordedAt, plannedAt, cancelsEventAt, subjects, List.of());
    }
}
