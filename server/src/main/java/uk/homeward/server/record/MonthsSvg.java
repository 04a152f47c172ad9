package uk.homeward.server.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws contacts by month as bars of their sectors, with a mark at a chosen day. */
final class MonthsSvg {

    private static final int WIDE = 960;
    private static final int HIGH = 220;
    private static final int LEFT = 32;
    private static final int FOOT = 24;
    private static final int HEAD = 10;

    private MonthsSvg() {}

    static String svg(Months months, @Nullable LocalDate turn) {
        int count = months.months().size();
        double step = (WIDE - LEFT) / (double) count;
        double unit = (HIGH - FOOT - HEAD) / (double) months.most();
        StringBuilder out = new StringBuilder("<svg class=\"hw-months\" viewBox=\"0 0 " + WIDE + " " + HIGH
                + "\" role=\"img\" aria-label=\"Contacts by month; the table below has the numbers\">");
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text><line class=\"hw-months__axis\" x1=\"%d\""
                        + " x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                LEFT - 6,
                HEAD + 8,
                months.most(),
                LEFT,
                WIDE,
                HIGH - FOOT,
                HIGH - FOOT));
        for (int i = 0; i < count; i++) {
            month(out, months.months().get(i), LEFT + i * step, step, unit);
        }
        turn(out, months, turn, step);
        return out.append("</svg>").toString();
    }

    private static void month(StringBuilder out, Months.Month month, double x, double step, double unit) {
        double y = HIGH - FOOT;
        for (Sector sector : Sector.values()) {
            double high = month.of(sector) * unit;
            y -= high;
            if (high > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"hw-months__%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                        sector.word(),
                        x + 0.5,
                        y,
                        Math.max(1, step - 1),
                        high));
            }
        }
        if (month.month().getMonthValue() == 1) {
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\">%d</text>",
                    x,
                    HIGH - 6,
                    month.month().getYear()));
        }
    }

    private static void turn(StringBuilder out, Months months, @Nullable LocalDate turn, double step) {
        if (turn == null || months.months().isEmpty()) {
            return;
        }
        long away = months.months().getFirst().month().until(YearMonth.from(turn), ChronoUnit.MONTHS);
        if (away >= 0 && away < months.months().size()) {
            double x = LEFT + away * step + step * turn.getDayOfMonth() / turn.lengthOfMonth();
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"hw-months__turn\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                    x,
                    x,
                    HIGH - FOOT));
        }
    }
}
