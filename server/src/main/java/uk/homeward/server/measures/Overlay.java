package uk.homeward.server.measures;

import java.time.LocalDate;
import java.util.List;

/** What is foreseen of a measure, drawn on its chart. */
public record Overlay(String title, Colour colour, List<Point> points) {

    public Overlay {
        points = List.copyOf(points);
    }

    /** One period; {@code low} to {@code high} is what is likely. */
    public record Point(LocalDate day, double low, double middle, double high) {}

    /** A line and the light band behind it. */
    public enum Colour {
        GREEN("#007f3b", "#d6eedd"),
        PURPLE("#6b3fa0", "#e6dcf1");

        private final String line;
        private final String light;

        Colour(String line, String light) {
            this.line = line;
            this.light = light;
        }

        String line() {
            return line;
        }

        String light() {
            return light;
        }
    }
}
