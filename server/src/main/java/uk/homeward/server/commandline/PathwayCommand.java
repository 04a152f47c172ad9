package uk.homeward.server.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayDrawing;

/** {@code homeward pathway check FILE} and {@code homeward pathway draw FILE --out x.svg}. */
@Command(
        name = "pathway",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on a pathway: the file that says how people may travel from the first concern to home.")
public final class PathwayCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Maybe: homeward pathway check FILE");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads a pathway. Tells every fault as file:line, or what it holds.",
                "Exit code 0: it can be used; 1: it has faults. docs/pathway-language.md describes the file."
            })
    void check(@Parameters(paramLabel = "FILE", description = "such as intermediate-care.yaml") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        Pathway pathway = Pathway.load(existing(file));
        out.printf("%s (%s, version %d) can be used.%n%n", pathway.title(), pathway.id(), pathway.version());
        counts(pathway).forEach((what, count) -> out.printf("%5d  %s%n", count, what));
        out.flush();
    }

    @Command(
            name = "draw",
            mixinStandardHelpOptions = true,
            description = "Draws a pathway as an SVG picture that any browser shows.")
    void draw(
            @Parameters(paramLabel = "FILE", description = "such as intermediate-care.yaml") Path file,
            @Option(names = "--out", required = true, paramLabel = "SVG", description = "the picture to write")
                    Path picture) {
        Pathway pathway = Pathway.load(existing(file));
        try {
            Files.writeString(picture, PathwayDrawing.of(pathway).svg());
        } catch (IOException e) {
            throw new CommandFailure("the picture could not be written (" + picture
                    + "). Maybe: name a file in a folder that exists and that you may write to");
        }
        spec.commandLine().getOut().println("Drawn: " + picture);
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("there is no such file (" + file
                    + "). Maybe: places/birmingham-solihull/pathways/intermediate-care.yaml");
        }
        return file;
    }

    private static Map<String, Integer> counts(Pathway pathway) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("ways in", pathway.routes().size());
        counts.put("steps", pathway.steps().size());
        counts.put("decisions", pathway.decisions().size());
        counts.put(
                "answers to them",
                pathway.decisions().values().stream()
                        .mapToInt(d -> d.options().size())
                        .sum());
        counts.put("exits", pathway.exits().size());
        counts.put("pools", pathway.pools().size());
        counts.put("standards", pathway.standards().size());
        counts.put("follow-ups", pathway.followUps().size());
        return counts;
    }
}
