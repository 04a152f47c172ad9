package uk.homeward.server.measures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws SVG that stands in a page or in a file of its own. */
final class SvgPen implements Pen {

    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a drawing.
     *
     * @param id unique in the page
     * @param description the drawing in words, for those who do not see it
     */
    SvgPen(String id, int wide, int high, String title, String description) {
        out.append("""
            <svg xmlns="http://www.w3.org/2000/svg" class="hw-chart" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-t %s-d" font-family="Arial, sans-serif" font-size="13">\
            <title id="%s-t">%s</title><desc id="%s-d">%s</desc>\
            """.formatted(wide, high, id, id, id, escaped(title), id, escaped(description))
                .strip());
    }

    @Override
    public void line(At from, At to, String colour, double width, String dash) {
        out.append("<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
                .formatted(
                        n(from.x()),
                        n(to.x()),
                        n(from.y()),
                        n(to.y()),
                        colour,
                        n(width),
                        dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    @Override
    public void path(List<At> corners, String colour, double width) {
        out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(points(corners), colour, n(width)));
    }

    @Override
    public void area(List<At> corners, String colour) {
        out.append("<polygon points=\"%s\" fill=\"%s\"/>".formatted(points(corners), colour));
    }

    private static String points(List<At> corners) {
        return corners.stream().map(c -> n(c.x()) + "," + n(c.y())).collect(Collectors.joining(" "));
    }

    @Override
    public void words(At at, String words, Anchor anchor) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#4c6272\">%s</text>"
                .formatted(n(at.x()), n(at.y()), anchor.name().toLowerCase(Locale.ROOT), escaped(words)));
    }

    @Override
    public void dot(At at, double radius, String fill, String stroke, String words) {
        out.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"><title>%s</title></circle>"
                        .formatted(n(at.x()), n(at.y()), n(radius), fill, stroke, escaped(words)));
    }

    String svg() {
        return out + "</svg>";
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
