package uk.homeward.server.measures;

import java.util.List;

/** What a chart is drawn with. Colours are written as {@code #005eb8}; a dash is lengths in turn, blank for none. */
interface Pen {

    /** Where words stand beside their point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A corner of a line. */
    record At(double x, double y) {}

    void line(At from, At to, String colour, double width, String dash);

    /** A line through several corners. */
    void path(List<At> corners, String colour, double width);

    /** A filled shape between corners. */
    void area(List<At> corners, String colour);

    void words(At at, String words, Anchor anchor);

    /** A point that tells its words where a reader points at it. */
    void dot(At at, double radius, String fill, String stroke, String words);
}
