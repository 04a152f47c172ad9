package uk.homeward.server.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One line of CSV (RFC 4180); what a spreadsheet would take for a formula is disarmed. */
public final class CsvLine {

    private CsvLine() {}

    public static String of(String... values) {
        return Arrays.stream(values).map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 && !value.matches("[-+]?[0-9.]+");
        String text = formula ? "'" + value : value;
        return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
