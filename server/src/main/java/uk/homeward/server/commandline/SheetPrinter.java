package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints sheets for people, as CSV blocks with a title line each, or as one JSON object. */
final class SheetPrinter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;

    SheetPrinter(PrintWriter out) {
        this.out = out;
    }

    void text(List<Sheet> sheets, List<String> notes) {
        for (Sheet sheet : sheets) {
            out.println(sheet.title());
            int[] widths = IntStream.range(0, sheet.headings().size())
                    .map(column -> width(sheet, column))
                    .toArray();
            line(sheet.headings().stream().map(Object.class::cast).toList(), sheet, widths);
            sheet.rows().forEach(row -> line(row, sheet, widths));
            out.println();
        }
        notes.forEach(out::println);
        out.flush();
    }

    void csv(List<Sheet> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (sheets.size() > 1) {
                out.print(i == 0 ? "" : "\n");
                out.print("# " + sheet.title() + "\n");
            }
            out.print(sheet.headings().stream().map(SheetPrinter::quoted).collect(Collectors.joining(",")) + "\n");
            sheet.rows()
                    .forEach(row -> out.print(
                            row.stream().map(value -> quoted(exact(value))).collect(Collectors.joining(",")) + "\n"));
        }
        out.flush();
    }

    void json(List<Sheet> sheets, List<String> notes) {
        ObjectNode answer = JSON.createObjectNode();
        for (Sheet sheet : sheets) {
            ObjectNode node = answer.putObject(sheet.id());
            node.put("title", sheet.title());
            ArrayNode rows = node.putArray("rows");
            sheet.rows().forEach(row -> fill(rows.addObject(), sheet.headings(), row));
        }
        notes.forEach(answer.putArray("notes")::add);
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        out.flush();
    }

    private static void fill(ObjectNode node, List<String> headings, List<Object> row) {
        for (int i = 0; i < headings.size(); i++) {
            switch (row.get(i)) {
                case Boolean truth -> node.put(headings.get(i), truth);
                case Number number -> CaseAnswer.put(node, headings.get(i), number.doubleValue());
                case Object value when value.equals(Sheet.EMPTY) -> node.putNull(headings.get(i));
                case Object value -> node.put(headings.get(i), value.toString());
            }
        }
    }

    private void line(List<Object> row, Sheet sheet, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = shown(row.get(i));
            String gap = " ".repeat(widths[i] - text.length());
            line.append(i == 0 ? "" : "  ").append(isNumeric(sheet, i) ? gap + text : text + gap);
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(Sheet sheet, int column) {
        int widest = sheet.headings().get(column).length();
        for (List<Object> row : sheet.rows()) {
            widest = Math.max(widest, shown(row.get(column)).length());
        }
        return widest;
    }

    private static boolean isNumeric(Sheet sheet, int column) {
        return sheet.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** Four figures that matter, at most three decimals, thousands apart. */
    private static String shown(Object value) {
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return value instanceof Long || value instanceof Integer
                    ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                    : value.toString();
        }
        double size = Math.abs(number);
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    private static String exact(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number)
                    .setScale(6, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
