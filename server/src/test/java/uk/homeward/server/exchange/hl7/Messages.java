package uk.homeward.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;

/** Small made-up messages, and short ways to read them. */
final class Messages {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final MessageReader READER = new MessageReader(SenderProfiles.NONE);

    private Messages() {}

    static String header(String trigger, String version) {
        return "MSH|^~\\&|PAS|RRK|HOMEWARD||20261123093000||ADT^" + trigger + "|M1|P|" + version;
    }

    static final String PID = "PID|1||L100^^^RRK^PI~943 476 5919^^^NHS^NH||Osei^Ama^Rose^^Mrs^^L||19400502|F|||"
            + "1 High Street^Flat 2^Birmingham^West Midlands^b1 1aa^^H||0121 496 0000||pa";

    static String join(String... segments) {
        return String.join("\r", segments) + "\r";
    }

    /** An ordinary message with EVN, PID and PV1. */
    static String ordinary(String trigger, String version, String pv1) {
        return join(header(trigger, version), "EVN|" + trigger + "|20261123092500", PID, pv1);
    }

    static Understanding read(String message) {
        return read(READER, message);
    }

    static Understanding read(MessageReader reader, String message) {
        return reader.read(received(message));
    }

    static Received received(String message) {
        return Received.whole(message.getBytes(StandardCharsets.UTF_8), "127.0.0.1:1", NOW);
    }

    static AdtMessage understood(String message) {
        return switch (read(message)) {
            case Understanding.Understood understood -> understood.message();
            case Understanding.Referred r -> throw new AssertionError("a referral");
            case Understanding.Reported r -> throw new AssertionError("results");
            case Understanding.Refused refused ->
                throw new AssertionError("refused: " + refused.refusal().words());
        };
    }

    static Refusal refused(String message) {
        return switch (read(message)) {
            case Understanding.Understood understood ->
                throw new AssertionError("understood as " + understood.message().trigger());
            case Understanding.Referred r -> throw new AssertionError("a referral");
            case Understanding.Reported r -> throw new AssertionError("results");
            case Understanding.Refused refused -> refused.refusal();
        };
    }
}
