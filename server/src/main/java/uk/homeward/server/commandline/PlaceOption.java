package uk.homeward.server.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a place: a folder, or the name of one that is shipped. */
final class PlaceOption {

    private static final String SHIPPED = "birmingham-solihull";

    @Option(
            names = "--place",
            paramLabel = "FOLDER",
            defaultValue = SHIPPED,
            description = "The place's folder, or the name of a shipped place (default: ${DEFAULT-VALUE}).")
    private String place = SHIPPED;

    /** The place's folder; fails in plain words where there is none. */
    Path folder() {
        Path asGiven = Path.of(place);
        Path shipped = Path.of(System.getProperty("homeward.root", "."), "places", place);
        Path folder = Files.isDirectory(asGiven) ? asGiven : shipped;
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("there is no place (" + place
                    + "). Maybe: give its folder, or a name from the folder places, such as " + SHIPPED);
        }
        return folder;
    }

    /** The folder {@code part} of the place; fails in plain words where it is missing. */
    Path folder(String part) {
        Path wanted = folder().resolve(part);
        if (!Files.isDirectory(wanted)) {
            throw new CommandFailure("the place (" + place + ") has no folder '" + part
                    + "'. Maybe: make one after the pattern of places/" + SHIPPED + "/" + part);
        }
        return wanted;
    }
}
