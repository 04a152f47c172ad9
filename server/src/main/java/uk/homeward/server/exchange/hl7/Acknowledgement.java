package uk.homeward.server.exchange.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Envelope;

/**
 * Writes the answer to a message in HL7's original mode: MSH, MSA with the sender's control id exactly as sent, and ERR
 * when it was refused, in the form of the sender's version. Apart from the echoed id it is plain ASCII, with the usual
 * separators.
 */
final class Acknowledgement {

    private static final String APPLICATION = "HOMEWARD";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Europe/London"));

    private Acknowledgement() {}

    /**
     * @param receipt what was done
     * @param now the time of the answer
     * @param id the answer's own control id
     */
    static byte[] of(Receipt receipt, Instant now, String id) {
        return write(receipt.envelope(), receipt.answer(), receipt.refusal(), textOf(receipt), now, id);
    }

    /** The answer when a message could not be kept: the sender should send it again. */
    static byte[] notKept(Envelope envelope, Instant now, String id) {
        Refusal refusal = new Refusal(
                AckCode.AR,
                ErrorCode.INTERNAL,
                "",
                "the message could not be kept just now",
                "send it again in a moment");
        return write(envelope, AckCode.AR, refusal, refusal.words(), now, id);
    }

    private static String textOf(Receipt receipt) {
        if (receipt.refusal() != null) {
            return receipt.refusal().words();
        }
        return receipt.repeated() ? "received before, nothing was done again" : "";
    }

    private static byte[] write(
            Envelope to, AckCode code, @Nullable Refusal refusal, String text, Instant now, String id) {
        String version = to.version().isBlank() ? "2.3" : escaped(to.version());
        String type = to.event().isBlank() ? "ACK" : "ACK^" + escaped(to.event());
        String application = to.receiver().application().isBlank()
                ? APPLICATION
                : escaped(to.receiver().application());
        StringBuilder answer = new StringBuilder("MSH|^~\\&|")
                .append(application)
                .append('|')
                .append(escaped(to.receiver().facility()))
                .append('|')
                .append(escaped(to.sender().application()))
                .append('|')
                .append(escaped(to.sender().facility()))
                .append('|')
                .append(TIME.format(now))
                .append("||")
                .append(type)
                .append('|')
                .append(id)
                .append('|')
                .append(to.processing().isBlank() ? "P" : escaped(to.processing()))
                .append('|')
                .append(version)
                .append('\r')
                .append("MSA|")
                .append(code)
                .append('|')
                .append(to.controlId());
        answer.append(text.isEmpty() ? "" : "|" + escaped(text)).append('\r');
        if (refusal != null) {
            answer.append(error(refusal, version)).append('\r');
        }
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** ERR as of 2.5 (place, code, severity, text apart), or as before (place and code in one field). */
    private static String error(Refusal refusal, String version) {
        ErrorCode error = refusal.error();
        String code = error.code() + "^" + error.text() + "^HL70357";
        String[] where = refusal.where().isBlank() ? new String[] {"", ""} : (refusal.where() + "-").split("-", -1);
        if (isBefore25(version)) {
            return "ERR|" + where[0] + "^1^" + where[1] + "^" + code.replace('^', '&');
        }
        String place = where[0].isBlank() ? "" : where[0] + "^1" + (where[1].isBlank() ? "" : "^" + where[1]);
        return "ERR||" + place + "|" + code + "|E|||" + escaped(refusal.what()) + "|" + escaped(refusal.maybe());
    }

    private static boolean isBefore25(String version) {
        return version.matches("2\\.[0-4](\\..*)?");
    }

    /** Escapes separators, and turns what is no printable ASCII into question marks. */
    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("~", "\\R\\")
                .replace("&", "\\T\\")
                .replaceAll("[^ -~]", "?");
    }
}
