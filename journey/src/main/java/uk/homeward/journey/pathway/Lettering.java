package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.List;

/** How wide text is in a common sans-serif face, near enough to break lines and draw boxes around them. */
final class Lettering {

    private static final String NARROW = "iljtfrI.,:;'|()[] -/";
    private static final String WIDE = "mwMW%@";

    private Lettering() {}

    /** The width of a text in pixels at a font size in pixels; bold faces are about a twentieth wider. */
    static double width(String text, double size, boolean bold) {
        double ems = text.chars().mapToDouble(Lettering::em).sum();
        return ems * size * (bold ? 1.07 : 1);
    }

    private static double em(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.33;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.87;
        }
        return Character.isUpperCase(letter) ? 0.69 : 0.555;
    }

    /** Breaks a text at spaces into lines no wider than {@code most}; a single longer word stands alone. */
    static List<String> lines(String text, double size, boolean bold, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, bold) > most) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
