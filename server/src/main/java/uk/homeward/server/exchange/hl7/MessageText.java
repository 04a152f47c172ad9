package uk.homeward.server.exchange.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import uk.homeward.server.exchange.hl7.adt.Oddity;

/**
 * The text of a message: bytes decoded, and the small breaches of the standard that real senders commit put right.
 *
 * <p>The bytes decide the character set before MSH-18 does, because MSH-18 is often wrong: what is valid UTF-8 is
 * UTF-8; anything else is the declared single-byte set, or Windows-1252.
 *
 * @param lines the segments, without their ends; the first one starts with {@code MSH} if the message is HL7
 * @param oddities what was put right
 */
record MessageText(List<String> lines, List<Oddity> oddities) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<String, Charset> DECLARED = Map.of(
            "8859/1",
            StandardCharsets.ISO_8859_1,
            "ISO-8859-1",
            StandardCharsets.ISO_8859_1,
            "8859/15",
            Charset.forName("ISO-8859-15"),
            "8859/2",
            Charset.forName("ISO-8859-2"),
            "WINDOWS-1252",
            WINDOWS,
            "CP1252",
            WINDOWS);
    /** A line feed ends a segment only if a segment name follows; otherwise it is part of a text. */
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n(?=\\s*(?:[A-Za-z][A-Za-z0-9]{2}\\||$))");

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9]{2}(?:[^A-Za-z0-9].*)?", Pattern.DOTALL);

    static MessageText of(byte[] content) {
        List<Oddity> oddities = new ArrayList<>();
        String text = decode(content, oddities);
        String clean = withoutControls(text);
        if (clean.length() != text.length()) {
            oddities.add(new Oddity("", (text.length() - clean.length()) + " control characters were left out"));
        }
        List<String> lines = new ArrayList<>();
        for (String line : LINE_END.split(clean)) {
            String segment = line.strip();
            if (SEGMENT.matcher(segment).matches()) {
                lines.add(segment.substring(0, 3).toUpperCase(Locale.ROOT) + segment.substring(3));
            } else if (!segment.isEmpty() && lines.isEmpty()) {
                lines.add(segment); // what stands where MSH should: not HL7, and told so
            } else if (!segment.isEmpty()) {
                oddities.add(
                        new Oddity("", "a line that is no segment was passed over (line " + (lines.size() + 1) + ")"));
            }
        }
        return new MessageText(List.copyOf(lines), List.copyOf(oddities));
    }

    /** The text without control characters (which no database text may hold); line ends and tabs stay. */
    static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    private static String decode(byte[] content, List<Oddity> oddities) {
        int start = hasByteOrderMark(content) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            String declared = declared(content);
            Charset charset = DECLARED.getOrDefault(declared, WINDOWS);
            if (!DECLARED.containsKey(declared)) {
                oddities.add(new Oddity(
                        "MSH-18",
                        "the character set (" + declared + ") does not fit the bytes; read as " + charset.name()));
            }
            return charset.decode(bytes).toString();
        }
    }

    private static boolean hasByteOrderMark(byte[] content) {
        return content.length > 2
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    /** The character set that MSH-18 names, in capitals; blank if none. */
    private static String declared(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).stripLeading();
        if (!text.startsWith("MSH") || text.length() < 4) {
            return "";
        }
        String header = text.split("[\r\n]", 2)[0];
        String[] fields = header.split(Pattern.quote(text.substring(3, 4)), -1);
        return fields.length > 17 ? fields[17].split("[~^]", -1)[0].strip().toUpperCase(Locale.ROOT) : "";
    }
}
