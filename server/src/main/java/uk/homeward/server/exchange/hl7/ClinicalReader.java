package uk.homeward.server.exchange.hl7;

import java.util.List;
import java.util.Optional;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.clinical.About;

/** Reads messages beyond ADT: about whom they are, then what they say of them. */
final class ClinicalReader {

    private final Envelope envelope;
    private final ParsedMessage parsed;
    private final Reading reading;

    ClinicalReader(Envelope envelope, ParsedMessage parsed, Reading reading) {
        this.envelope = envelope;
        this.parsed = parsed;
        this.reading = reading;
    }

    Understanding referral(boolean withdrawn) {
        return about(() -> {
            ReferralReader reader = new ReferralReader(parsed, envelope, withdrawn);
            Optional<Refusal> refusal = reader.refusal();
            return refusal.isPresent()
                    ? new Understanding.Refused(envelope, refusal.get())
                    : new Understanding.Referred(reader.read(told()));
        });
    }

    Understanding results() {
        return about(() -> {
            ResultsReader reader = new ResultsReader(parsed, reading);
            Optional<Refusal> refusal = reader.refusal();
            return refusal.isPresent()
                    ? new Understanding.Refused(envelope, refusal.get())
                    : new Understanding.Reported(reader.read(this::told));
        });
    }

    /** Goes on if the message is about exactly one person who is named. */
    private Understanding about(java.util.function.Supplier<Understanding> next) {
        List<ParsedMessage> people = parsed.people();
        if (people.size() != 1) {
            return refused(
                    ErrorCode.SEGMENT_SEQUENCE,
                    "PID",
                    "the message is about " + people.size() + " people, not one",
                    "send one message for each person");
        }
        Identity identity = IdentityReader.ofPid(people.getFirst().segments().getFirst(), reading);
        return identity.isNobody()
                ? refused(
                        ErrorCode.REQUIRED_FIELD,
                        "PID-3",
                        "the patient has neither a local number nor a usable NHS number",
                        "send the hospital number in PID-3")
                : next.get();
    }

    private Understanding refused(ErrorCode error, String where, String what, String maybe) {
        return new Understanding.Refused(envelope, Refusal.cannotApply(error, where, what, maybe));
    }

    private About told() {
        ParsedMessage person = parsed.people().getFirst();
        Segment pid = person.segments().getFirst();
        Reading who = reading.again(); // the oddities of the numbers were noted once already
        Subject subject = new Subject(
                IdentityReader.ofPid(pid, who), DemographicsReader.of(pid, person, reading), null, List.of());
        return new About(
                envelope,
                reading.profile().organisation(),
                envelope.sentAt() == null ? reading.received() : envelope.sentAt(),
                subject,
                reading.oddities());
    }
}
