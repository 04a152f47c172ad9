package uk.homeward.server.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayDrawing;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.Pathways;

/** The pathway that scenarios change: as it is run, as its file stands, and as it is drawn. */
@Component
class PathwaySource {

    private final Pathway pathway;
    private final String text;
    private final PathwayDrawing drawing;

    PathwaySource(Pathways pathways, ServerSettings settings) {
        this.pathway = pathways.first();
        this.drawing = PathwayDrawing.of(pathway);
        try (Stream<Path> files = Files.list(settings.place().resolve("pathways"))) {
            Path file = files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            this.text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pathway pathway() {
        return pathway;
    }

    String text() {
        return text;
    }

    PathwayDrawing drawing() {
        return drawing;
    }
}
