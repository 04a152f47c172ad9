package uk.homeward.server.assessment;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Assessments of each person by month, as bars beside the documents' average. */
final class ProofSvg {

    /** The documents' average before discharge, and the most that one person had (document 004, 2018). */
    static final int BEFORE = 10;

    static final int MOST_BEFORE = 13;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int LEFT = 36;
    private static final int BOTTOM = 190;
    private static final int TOP = 20;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.UK);

    private ProofSvg() {}

    /** The last twelve months; blank where there is none. */
    static String of(List<AssessmentFigures.Month> all) {
        if (all.isEmpty()) {
            return "";
        }
        List<AssessmentFigures.Month> months = all.subList(Math.max(0, all.size() - 12), all.size());
        double top = Math.max(
                MOST_BEFORE,
                months.stream().mapToDouble(AssessmentFigures.Month::each).max().orElse(0));
        double step = (WIDTH - LEFT) / (double) months.size();
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Assessments of each person by month\">",
                WIDTH,
                HEIGHT);
        for (int i = 0; i < months.size(); i++) {
            bar(svg, months.get(i), LEFT + i * step, step, top);
        }
        int line = y(BEFORE, top);
        add(
                svg,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#d5281b\" stroke-dasharray=\"6 4\"/>",
                LEFT,
                line,
                WIDTH,
                line);
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"end\" fill=\"#b3190f\">2018: %d</text>",
                WIDTH,
                line - 5,
                BEFORE);
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, AssessmentFigures.Month m, double x, double step, double top) {
        int y = y(m.each(), top);
        double middle = x + step / 2;
        add(
                svg,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#005eb8\"/>",
                x + step * 0.15,
                y,
                step * 0.7,
                BOTTOM - y);
        add(
                svg,
                "<text x=\"%.1f\" y=\"%d\" font-size=\"13\" text-anchor=\"middle\" fill=\"#212b32\">%.1f</text>",
                middle,
                y - 4,
                m.each());
        add(
                svg,
                "<text x=\"%.1f\" y=\"%d\" font-size=\"12\" text-anchor=\"middle\" fill=\"#4c6272\">%s</text>",
                middle,
                BOTTOM + 18,
                MONTH.format(m.month()));
    }

    private static int y(double value, double top) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * value / top);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the formats are all in this file
    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
