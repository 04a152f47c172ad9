package uk.homeward.server.hospital;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A stay's id as an address writes it: a slash becomes a tilde, and whatever else does not belong into an address becomes
 * {@code =} and its bytes in hexadecimal. Hospitals number visits as they like.
 */
public final class StayRef {

    private StayRef() {}

    public static String encode(String stay) {
        StringBuilder ref = new StringBuilder();
        for (byte b : stay.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '/') {
                ref.append('~');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')) {
                ref.append(c);
            } else {
                ref.append('=').append(String.format(Locale.ROOT, "%02X", b & 0xff));
            }
        }
        return ref.toString();
    }

    /** The id; what is no address of a stay gives an id that no stay has. */
    public static String decode(String ref) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < ref.length(); i++) {
            char c = ref.charAt(i);
            boolean escaped = c == '='
                    && i + 2 < ref.length()
                    && ref.substring(i + 1, i + 3).matches("[0-9A-F]{2}");
            if (escaped) {
                bytes.write(Integer.parseInt(ref.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '~' ? '/' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
