package uk.homeward.server.exchange.hl7;

import ca.uhn.hl7v2.HL7Exception;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Sender;

/**
 * Understands received messages: the one place where bytes become facts.
 *
 * <p>A pure function of the message, its time of arrival and the profiles; the same message read again reads the same.
 * Safe for use by many threads.
 */
public final class MessageReader {

    private static final Set<String> BATCH = Set.of("FHS", "BHS");

    private final SenderProfiles profiles;
    private final Hl7Parser parser = new Hl7Parser();

    public MessageReader(SenderProfiles profiles) {
        this.profiles = profiles;
    }

    /** What people call this sender. */
    public String nameOf(Sender sender) {
        return profiles.of(sender).name();
    }

    /** Reads a message; never throws for what the sender sent. */
    public Understanding read(Received received) {
        MessageText text = MessageText.of(received.content());
        Header header =
                text.lines().isEmpty() ? Header.NONE : Header.of(text.lines().getFirst());
        SenderProfile profile = profiles.of(header.sender());
        Reading reading = new Reading(profile, header.sender(), received.at(), text.oddities());
        String event = event(header, text.lines());
        Envelope envelope = envelope(header, event, reading);
        Optional<Refusal> refusal = refusal(received, text.lines(), header, event, profile);
        Optional<Purpose> purpose = Purpose.of(header.type(), event);
        if (refusal.isPresent() || purpose.isEmpty()) {
            return new Understanding.Refused(envelope, refusal.orElseGet(() -> unsupportedEvent(envelope)));
        }
        return read(envelope, purpose.get(), header, text, reading);
    }

    private Understanding read(Envelope envelope, Purpose purpose, Header header, MessageText text, Reading reading) {
        try {
            List<String> rest = text.lines().subList(1, text.lines().size());
            ParsedMessage parsed = parser.parse(header.delimiters(), rest);
            return switch (purpose) {
                case Purpose.Adt adt -> new AdtReader(envelope, adt.trigger(), parsed, reading).read();
                case Purpose.Refer refer -> new ClinicalReader(envelope, parsed, reading).referral(refer.withdrawn());
                case Purpose.Report report -> new ClinicalReader(envelope, parsed, reading).results();
            };
        } catch (HL7Exception e) {
            return new Understanding.Refused(
                    envelope,
                    Refusal.cannotApply(
                            ErrorCode.DATA_TYPE,
                            "",
                            "the message cannot be taken apart",
                            "check its separators; the parser says: "
                                    + e.getClass().getSimpleName()));
        }
    }

    private static Optional<Refusal> refusal(
            Received received, List<String> lines, Header header, String event, SenderProfile profile) {
        if (received.cut()) {
            return Optional.of(Refusal.notHl7(
                    "the message is too long (" + received.length() + " bytes)",
                    "send documents apart from ADT messages"));
        }
        if (header.isNone()) {
            return Optional.of(noHeader(lines));
        }
        if (lines.stream().filter(line -> line.startsWith("MSH")).count() > 1) {
            return Optional.of(Refusal.notHl7("there is more than one message in the frame", "frame each by itself"));
        }
        if (!Purpose.isKnown(header.type())) {
            return Optional.of(unsupportedType(header, event));
        }
        if (!profile.accepts(header.processing())) {
            return Optional.of(new Refusal(
                    AckCode.AR,
                    ErrorCode.PROCESSING,
                    "MSH-11",
                    "this sender's messages are not accepted with processing id (" + brief(header.processing()) + ")",
                    "send P, or add it to 'accepts' in senders.yaml"));
        }
        return Optional.empty();
    }

    private static Refusal noHeader(List<String> lines) {
        boolean batch = !lines.isEmpty()
                && BATCH.contains(lines.getFirst()
                        .substring(0, Math.min(3, lines.getFirst().length())));
        return batch
                ? Refusal.notHl7("this is a batch file", "send each message by itself, without FHS and BHS")
                : Refusal.notHl7("the message does not begin with an MSH segment", "check what feeds this connection");
    }

    private static Refusal unsupportedType(Header header, String event) {
        String type = event.isBlank() ? header.type() : header.type() + "^" + event;
        return new Refusal(
                AckCode.AR,
                ErrorCode.MESSAGE_TYPE,
                "MSH-9",
                "messages of type (" + brief(type) + ") are not acted on",
                "send ADT, REF or ORU messages on this connection");
    }

    private static Refusal unsupportedEvent(Envelope envelope) {
        return new Refusal(
                AckCode.AR,
                ErrorCode.EVENT,
                "MSH-9",
                "the event (" + brief(envelope.event()) + ") is not acted on",
                "one of " + Purpose.events(envelope.type()));
    }

    /** The trigger event from MSH-9, or from EVN-1 where the header leaves it out. */
    private static String event(Header header, List<String> lines) {
        if (!header.event().isBlank() || header.isNone()) {
            return header.event();
        }
        String separator = String.valueOf(header.delimiters().field());
        return lines.stream()
                .filter(line -> line.startsWith("EVN" + separator))
                .map(line -> line.split(java.util.regex.Pattern.quote(separator), -1)[1]
                        .strip()
                        .toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static Envelope envelope(Header header, String event, Reading reading) {
        @Nullable Instant sentAt = reading.time("MSH-7", header.component(7, 1));
        Sender sender = header.sender();
        return new Envelope(
                header.controlId(),
                sender,
                header.receiver(),
                header.type(),
                event,
                header.version(),
                header.processing(),
                sentAt);
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
