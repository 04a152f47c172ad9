package uk.homeward.server.exchange.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;

/** Turns the segments of an ADT message into an {@link AdtMessage}, or says why it cannot be applied. */
final class AdtReader {

    private final Envelope envelope;
    private final Trigger trigger;
    private final ParsedMessage parsed;
    private final Reading reading;

    AdtReader(Envelope envelope, Trigger trigger, ParsedMessage parsed, Reading reading) {
        this.envelope = envelope;
        this.trigger = trigger;
        this.parsed = parsed;
        this.reading = reading;
    }

    Understanding read() {
        List<Subject> subjects = parsed.people().stream().map(this::subject).toList();
        Optional<Refusal> refusal = refusal(subjects);
        if (refusal.isPresent()) {
            return new Understanding.Refused(envelope, refusal.get());
        }
        @Nullable Instant occurred = evn(6);
        @Nullable Instant recorded = evn(2);
        Instant recordedAt = firstKnown(recorded, envelope.sentAt());
        @Nullable Instant cancels = trigger.kind() == Trigger.Kind.CANCEL ? occurred : null;
        return new Understanding.Understood(new AdtMessage(
                envelope,
                trigger,
                reading.profile().organisation(),
                occurredAt(occurred, recordedAt, subjects.getFirst().visit()),
                recordedAt,
                evn(3),
                cancels,
                subjects,
                reading.oddities()));
    }

    private Subject subject(ParsedMessage person) {
        Segment pid = person.segments().getFirst();
        List<Identity> merged = person.all("MRG").stream()
                .map(mrg -> IdentityReader.ofMrg(mrg, reading))
                .filter(identity -> !identity.isNobody())
                .toList();
        return new Subject(
                IdentityReader.ofPid(pid, reading),
                DemographicsReader.of(pid, person, reading),
                VisitReader.of(person, reading),
                merged);
    }

    private Optional<Refusal> refusal(List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return cannot(ErrorCode.SEGMENT_SEQUENCE, "PID", "there is no patient in the message", "add a PID segment");
        }
        if (subjects.stream().anyMatch(subject -> subject.identity().isNobody())) {
            return cannot(
                    ErrorCode.REQUIRED_FIELD,
                    "PID-3",
                    "the patient has neither a local number nor a usable NHS number",
                    "send the hospital number in PID-3");
        }
        return switch (trigger.kind()) {
            case MERGE -> refusalOfMerge(subjects);
            case VISIT, CANCEL -> refusalOfSwap(subjects).or(() -> refusalOfTimes(subjects));
            case PERSON -> Optional.empty();
        };
    }

    private Optional<Refusal> refusalOfMerge(List<Subject> subjects) {
        return subjects.stream().anyMatch(subject -> subject.merged().isEmpty())
                ? cannot(
                        ErrorCode.REQUIRED_FIELD,
                        "MRG-1",
                        "a merge does not say which record gives way",
                        "send the number that is given up in MRG-1")
                : Optional.empty();
    }

    private Optional<Refusal> refusalOfSwap(List<Subject> subjects) {
        return trigger == Trigger.A17 && subjects.size() != 2
                ? cannot(
                        ErrorCode.SEGMENT_SEQUENCE,
                        "PID",
                        "a bed swap names " + subjects.size() + " patients, not two",
                        "send PID and PV1 for each of the two")
                : Optional.empty();
    }

    private Optional<Refusal> refusalOfTimes(List<Subject> subjects) {
        return trigger == Trigger.A03 && subjects.stream().anyMatch(AdtReader::leftBeforeTheyCame)
                ? cannot(
                        ErrorCode.DATA_TYPE,
                        "PV1-45",
                        "the discharge is timed before the admission (PV1-44)",
                        "ask the hospital which of the two times is right, correct it and apply the message again;"
                                + " until then they stay on the ward")
                : Optional.empty();
    }

    private static boolean leftBeforeTheyCame(Subject subject) {
        @Nullable Visit visit = subject.visit();
        return visit != null
                && visit.admittedAt() != null
                && visit.dischargedAt() != null
                && visit.dischargedAt().isBefore(visit.admittedAt());
    }

    private static Optional<Refusal> cannot(ErrorCode error, String where, String what, String maybe) {
        return Optional.of(Refusal.cannotApply(error, where, what, maybe));
    }

    private @Nullable Instant evn(int field) {
        return parsed.find("EVN").map(evn -> reading.time(evn, field)).orElse(null);
    }

    private Instant firstKnown(@Nullable Instant recorded, @Nullable Instant sent) {
        if (recorded != null) {
            return recorded;
        }
        if (sent != null) {
            return sent;
        }
        reading.note("EVN-2", "the message does not say when it was recorded; the time of its arrival is used");
        return reading.received();
    }

    /** When it happened. A visit's own times count only if they lie before the recording: some senders put plans there. */
    private Instant occurredAt(@Nullable Instant occurred, Instant recordedAt, @Nullable Visit visit) {
        if (trigger.kind() == Trigger.Kind.CANCEL) {
            return recordedAt;
        }
        if (occurred != null) {
            return occurred;
        }
        @Nullable Instant own = visit == null ? null : ownTime(visit);
        return own != null && own.isBefore(recordedAt) ? own : recordedAt;
    }

    private @Nullable Instant ownTime(Visit visit) {
        return switch (trigger) {
            case A01, A04 -> visit.admittedAt();
            case A03 -> visit.dischargedAt();
            case A02, A08, A11, A12, A13, A16, A17, A28, A31, A34, A40 -> null;
        };
    }
}
