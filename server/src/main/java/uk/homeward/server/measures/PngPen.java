package uk.homeward.server.measures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a picture of dots, twice as fine as the chart's own measure. */
final class PngPen implements Pen {

    private static final int FINE = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    PngPen(int wide, int high, String title) {
        image = new BufferedImage(wide * FINE, (high + 26) * FINE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(FINE, FINE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        graphics.setColor(Color.decode("#212b32"));
        graphics.drawString(title, 8, 18);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.translate(0, 26);
    }

    @Override
    public void line(At from, At to, String colour, double width, String dash) {
        stroke(colour, width, dash);
        graphics.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    @Override
    public void path(List<At> corners, String colour, double width) {
        if (!corners.isEmpty()) {
            stroke(colour, width, "");
            graphics.draw(shape(corners));
        }
    }

    @Override
    public void area(List<At> corners, String colour) {
        if (!corners.isEmpty()) {
            graphics.setColor(Color.decode(colour));
            graphics.fill(shape(corners));
        }
    }

    private static Path2D shape(List<At> corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners.getFirst().x(), corners.getFirst().y());
        corners.stream().skip(1).forEach(c -> path.lineTo(c.x(), c.y()));
        return path;
    }

    @Override
    public void words(At at, String words, Anchor anchor) {
        graphics.setColor(Color.decode("#4c6272"));
        int wide = graphics.getFontMetrics().stringWidth(words);
        double left = switch (anchor) {
            case START -> at.x();
            case MIDDLE -> at.x() - wide / 2.0;
            case END -> at.x() - wide;
        };
        graphics.drawString(words, (float) left, (float) at.y());
    }

    @Override
    public void dot(At at, double radius, String fill, String stroke, String words) {
        Ellipse2D circle = new Ellipse2D.Double(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        graphics.setColor(Color.decode(fill.equals("#fff") ? "#ffffff" : fill));
        graphics.fill(circle);
        stroke(stroke, 1.5, "");
        graphics.draw(circle);
    }

    private void stroke(String colour, double width, String dash) {
        graphics.setColor(Color.decode(colour));
        float[] lengths = floats(dash);
        graphics.setStroke(
                lengths.length == 0
                        ? new BasicStroke((float) width)
                        : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, lengths, 0));
    }

    private static float[] floats(String dash) {
        double[] lengths = dash.isEmpty()
                ? new double[0]
                : Arrays.stream(dash.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        float[] all = new float[lengths.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) lengths[i];
        }
        return all;
    }

    byte[] png() {
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
