package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Pool;
import uk.homeward.journey.place.PoolGroup;
import uk.homeward.journey.place.Practice;

/** {@code homeward place check FOLDER}: tells every fault of a place's files, or what was read from them. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on a place: the folder that describes localities, organisations, teams and capacity.")
public final class PlaceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Maybe: homeward place check FOLDER");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads a place's folder. Tells every fault as file:line, or what it holds.",
                "Exit code 0: it can be used; 1: it has faults. docs/place-format.md describes the files."
            })
    void check(@Parameters(paramLabel = "FOLDER", description = "such as places/birmingham-solihull") Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("there is no such folder (" + folder + "). Maybe: places/birmingham-solihull");
        }
        PrintWriter out = spec.commandLine().getOut();
        Place place = Place.load(folder);
        out.printf("%s (%s) can be used.%n%n", place.title(), place.id());
        counts(place).forEach((what, count) -> out.printf("%9s  %s%n", "%,d".formatted(count), what));
        out.printf("%n%9s  %10s  %-12s  %s%n", "capacity", "in service", "counted by", "pool group");
        for (PoolGroup group : place.poolGroups().list()) {
            out.printf(
                    "%9s  %10s  %-12s  %s: %s%n",
                    "%,d".formatted(sum(place, group, true)),
                    "%,d".formatted(sum(place, group, false)),
                    group.unit(),
                    group.id(),
                    group.title());
        }
        out.flush();
    }

    private static Map<String, Integer> counts(Place place) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("residents", place.population());
        counts.put(
                "registered patients",
                place.practices().stream().mapToInt(Practice::listSize).sum());
        counts.put("older people in the model", place.people().total());
        counts.put("localities", place.localities().size());
        counts.put("electoral wards", place.wards().size());
        counts.put("practices", place.practices().size());
        counts.put("organisations", place.organisations().size());
        counts.put("sites", place.sites().size());
        counts.put("hospital wards", place.hospitalWards().size());
        counts.put("teams", place.teams().size());
        counts.put("services", place.services().size());
        counts.put("care homes and home-care providers", place.providers().size());
        counts.put("pools", place.pools().size());
        counts.put("standards", place.standards().size());
        counts.put("delay causes", place.delayCauses().size());
        counts.put("public holidays", place.holidays().size());
        return counts;
    }

    private static int sum(Place place, PoolGroup group, boolean all) {
        return place.poolsOf(group.id()).stream()
                .mapToInt(all ? Pool::capacity : Pool::inService)
                .sum();
    }
}
