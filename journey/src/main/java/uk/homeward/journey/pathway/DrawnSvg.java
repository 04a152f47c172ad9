package uk.homeward.journey.pathway;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.PathwayDrawing.Badge;

/** Writes a layout as SVG. */
final class DrawnSvg {

    private static final double CORNER = 7;
    private static final String INK = "#212b32";

    private final Pathway pathway;
    private final DrawnLayout layout;
    private final Map<String, Badge> badges;
    private final UnaryOperator<String> links;
    private final StringBuilder out = new StringBuilder();

    /** {@code links} gives the address that a name leads to; empty where it leads nowhere. */
    DrawnSvg(Pathway pathway, DrawnLayout layout, Map<String, Badge> badges, UnaryOperator<String> links) {
        this.pathway = pathway;
        this.layout = layout;
        this.badges = badges;
        this.links = links;
    }

    String write() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                        + " role=\"%s\" aria-labelledby=\"pathway-title pathway-desc\" font-family=\"Arial, sans-serif\">",
                n(layout.width), n(layout.height), n(layout.width), n(layout.height), hasLinks() ? "group" : "img");
        line("<title id=\"pathway-title\">%s</title>", escaped(pathway.title()));
        line(
                "<desc id=\"pathway-desc\">%d ways in at the left, %d steps and %d decisions between, %d ways out at the"
                        + " right. Lines lead from each answer to what follows it.</desc>",
                pathway.routes().size(),
                pathway.steps().size(),
                pathway.decisions().size(),
                pathway.exits().size());
        line("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", n(layout.width), n(layout.height));
        heading(layout.left(0), "Ways in");
        heading(layout.left(1), "What is done, and what is decided");
        layout.blocks.stream()
                .filter(b -> b.kind == DrawnBlock.Kind.EXIT)
                .findFirst()
                .ifPresent(b -> heading(b.x, "How it ends"));
        layout.nets.forEach(this::net);
        layout.blocks.forEach(this::block);
        layout.nets.forEach(this::ends);
        out.append("</svg>\n");
        return out.toString();
    }

    private boolean hasLinks() {
        return layout.blocks.stream().anyMatch(b -> !links.apply(b.name).isEmpty());
    }

    /** Draws something as the content of the link that its name has. */
    private void linked(String name, Runnable drawing) {
        String to = links.apply(name);
        if (to.isEmpty()) {
            drawing.run();
            return;
        }
        line("<a href=\"%s\">", escaped(to));
        drawing.run();
        line("</a>");
    }

    private void heading(double x, String words) {
        text(x, 26, words, 13, true, "#425563");
    }

    private void net(DrawnNet net) {
        StringBuilder path = new StringBuilder();
        net.tracks.forEach((channel, x) -> {
            double to = net.out(channel);
            double end = net.forward ? layout.left(channel + 1) : layout.right(channel);
            for (DrawnNet.Reach in : net.inReaches(channel)) {
                double start = in.left() ? layout.right(channel) : layout.left(channel + 1);
                bend(path, start, in.y(), x, end, to);
            }
        });
        net.lanes.forEach((column, lane) ->
                path.append("M%s %sH%s".formatted(n(layout.left(column)), n(lane.y), n(layout.right(column)))));
        line("<path d=\"%s\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"5\" stroke-linejoin=\"round\"/>", path);
        line(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" stroke-linejoin=\"round\"/>",
                path, net.target.tone.line());
    }

    /** A line from (start, y) along the track at x to (end, to), with round corners. */
    private static void bend(StringBuilder path, double start, double y, double x, double end, double to) {
        path.append("M%s %s".formatted(n(start), n(y)));
        double corner = Math.min(CORNER, Math.abs(to - y) / 2);
        boolean straight = corner < 0.5;
        if (straight && (end - x) * (x - start) > 0) {
            path.append("H%s".formatted(n(end)));
            return;
        }
        double in = Math.signum(x - start);
        double down = Math.signum(to - y);
        double away = Math.signum(end - x);
        path.append("H%sQ%s %s %s %s".formatted(n(x - in * corner), n(x), n(y), n(x), n(y + down * corner)))
                .append("V%sQ%s %s %s %s".formatted(n(to - down * corner), n(x), n(to), n(x + away * corner), n(to)))
                .append("H%s".formatted(n(end)));
    }

    /** The dots where ways go out, and the arrow head where they come in. */
    private void ends(DrawnNet net) {
        String colour = net.target.tone.line();
        for (DrawnNet.Source source : net.sources) {
            line(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"3.2\" fill=\"%s\"/>",
                    n(source.block().x + source.block().width), n(source.y()), colour);
        }
        double x = net.forward ? net.target.x : net.target.x + net.target.width;
        double y = net.forward ? net.target.entry() : net.target.entryFromRight();
        double back = net.forward ? -9 : 9;
        line(
                "<path d=\"M%s %sL%s %sL%s %sZ\" fill=\"%s\"/>",
                n(x), n(y), n(x + back), n(y - 5), n(x + back), n(y + 5), colour);
    }

    private void block(DrawnBlock block) {
        boolean end = block.kind == DrawnBlock.Kind.ROUTE || block.kind == DrawnBlock.Kind.EXIT;
        double round = end ? Math.min(18, block.headHeight() / 2) : 8;
        line("<g>");
        if (!end) {
            box(block.x, block.y, block.width, block.height, 8, "#ffffff", "#aeb7bd", 1);
        }
        linked(block.name, () -> headOf(block, round));
        Decision decision = block.decision;
        if (decision != null) {
            linked(decision.id().value(), () -> pill(block, decision));
        }
        block.ports.forEach(port -> port(block, port));
        line("</g>");
    }

    private void headOf(DrawnBlock block, double round) {
        box(
                block.x,
                block.y,
                block.width,
                block.headHeight(),
                block.kind == DrawnBlock.Kind.DECISION ? block.headHeight() / 2 : round,
                block.tone.surface(),
                block.tone.line(),
                1.6);
        head(block);
    }

    private void head(DrawnBlock block) {
        double y = block.y + DrawnBlock.PAD + 11;
        for (String words : block.title) {
            text(block.x + DrawnBlock.PAD, y, words, DrawnBlock.TITLE, true, INK);
            y += 16;
        }
        Badge badge = badges.get(block.name);
        if (badge != null) {
            figure(block.x + block.width - DrawnBlock.PAD, block.y + DrawnBlock.PAD + 12, badge, block.tone);
            if (block.noted && !badge.note().isEmpty()) {
                text(block.x + DrawnBlock.PAD, y - 1, badge.note(), DrawnBlock.SMALL, false, INK);
            }
        }
    }

    private void figure(double right, double y, @Nullable Badge badge, Tone tone) {
        if (badge != null && !badge.figure().isEmpty()) {
            line(
                    "<text x=\"%s\" y=\"%s\" font-size=\"16\" font-weight=\"700\" text-anchor=\"end\" fill=\"%s\">%s</text>",
                    n(right), n(y), tone.line(), escaped(badge.figure()));
        }
    }

    private void pill(DrawnBlock block, Decision decision) {
        double top = block.y + block.headHeight() + 8;
        double x = block.x + DrawnBlock.PAD - 2;
        double wide = block.width - 2 * DrawnBlock.PAD + 4;
        box(x, top, wide, block.pillHeight(), block.pillHeight() / 2, "#fff8e1", "#7a5d00", 1.2);
        double y = top + 16;
        for (String words : block.decisionTitle) {
            text(x + DrawnBlock.PAD, y, words, DrawnBlock.SMALL, true, INK);
            y += 14;
        }
        figure(x + wide - DrawnBlock.PAD, top + 18, badges.get(decision.id().value()), Tone.DECIDED);
    }

    private void port(DrawnBlock block, DrawnBlock.Port port) {
        double y = block.y + port.y() + 13;
        for (String words : port.words()) {
            text(block.x + DrawnBlock.PAD + 2, y, words, DrawnBlock.SMALL, false, INK);
            y += 14;
        }
    }

    private void box(
            double x, double y, double wide, double high, double round, String fill, String stroke, double thick) {
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                n(x), n(y), n(wide), n(high), n(round), fill, stroke, n(thick));
    }

    private void text(double x, double y, String words, double size, boolean bold, String colour) {
        line(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s fill=\"%s\">%s</text>",
                n(x), n(y), n(size), bold ? " font-weight=\"700\"" : "", colour, escaped(words));
    }

    private void line(String format, Object... values) {
        out.append(format.formatted(values)).append('\n');
    }

    private static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
