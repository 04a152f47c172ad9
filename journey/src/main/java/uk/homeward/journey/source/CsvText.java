package uk.homeward.journey.source;

import java.util.ArrayList;
import java.util.List;

/** Splits text into records by RFC 4180: commas, double quotes, line breaks inside quotes; LF and CRLF alike. */
final class CsvText {

    /** One record and the line where it starts, counted from 1. */
    record Line(int line, List<String> values) {}

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Line> lines = new ArrayList<>();
    private List<String> values = new ArrayList<>();
    private int at;
    private int line = 1;
    private int start = 1;

    private CsvText(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** All records that are not wholly empty. */
    static List<Line> split(String file, String text, Faults faults) {
        CsvText csv = new CsvText(file, text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
        while (csv.at < csv.text.length()) {
            csv.value();
        }
        csv.endRecord();
        return csv.lines;
    }

    private void value() {
        values.add(text.charAt(at) == '"' ? quoted() : plain());
        if (at >= text.length()) {
            return;
        }
        if (text.charAt(at) == ',') {
            at++;
            if (at == text.length() || isBreak(text.charAt(at))) {
                values.add("");
            }
        }
        if (at < text.length() && isBreak(text.charAt(at))) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
            endRecord();
        }
    }

    private void endRecord() {
        if (!values.isEmpty() && !(values.size() == 1 && values.getFirst().isBlank())) {
            lines.add(new Line(start, List.copyOf(values)));
        }
        values = new ArrayList<>();
        start = line;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && !isBreak(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        int opened = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !text.startsWith("\"\"", at)) {
                at++;
                return value + afterQuote();
            }
            if (c == '"') {
                at++;
            } else if (c == '\n') {
                line++;
            }
            value.append(c);
        }
        faults.add(file, opened, "a quotation mark is opened and never closed", "end the value with a second \"");
        return value.toString();
    }

    private String afterQuote() {
        String rest = plain();
        if (!rest.isBlank()) {
            String maybe = "write \"\" for a quotation mark inside a quoted value";
            faults.add(file, line, "text stands after a closing quotation mark (" + rest + ")", maybe);
        }
        return "";
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
