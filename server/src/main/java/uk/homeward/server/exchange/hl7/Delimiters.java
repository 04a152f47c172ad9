package uk.homeward.server.exchange.hl7;

/**
 * The characters with which a message separates its parts, as its header declares them.
 *
 * @param field mostly {@code |}
 * @param encoding component, repetition, escape and subcomponent, mostly {@code ^~\&}; always four different ones
 */
record Delimiters(char field, String encoding) {

    static final Delimiters USUAL = new Delimiters('|', "^~\\&");

    /** The delimiters of a header segment; what is missing or doubtful is taken from the usual ones. */
    static Delimiters of(String header) {
        if (header.length() < 4) {
            return USUAL;
        }
        char field = header.charAt(3);
        int end = header.indexOf(field, 4);
        String sent = header.substring(4, end < 0 ? header.length() : end);
        String encoding = sent.length() > 4 ? sent.substring(0, 4) : sent + USUAL.encoding.substring(sent.length());
        boolean distinct = encoding.chars().distinct().count() == 4 && encoding.indexOf(field) < 0;
        return new Delimiters(field, distinct ? encoding : USUAL.encoding);
    }

    char component() {
        return encoding.charAt(0);
    }

    /** Text of the header with its escape sequences for separators resolved. */
    String unescaped(String text) {
        String escape = encoding.substring(2, 3);
        if (!text.contains(escape)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean sequence = text.startsWith(escape, i) && text.startsWith(escape, i + 2);
            int which = sequence ? "FSRET".indexOf(text.charAt(i + 1)) : -1;
            if (which < 0) {
                plain.append(text.charAt(i));
            } else {
                plain.append(which == 0 ? field : encoding.charAt(which - 1));
                i += 2;
            }
        }
        return plain.toString();
    }
}
