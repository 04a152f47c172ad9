package uk.homeward.server.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.homeward.server.ServerSettings;

/** {@code homeward demo}: the whole place, alive, with made-up people. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the whole place with made-up people, faster than real time.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final Serving serving = new Serving();

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "times as fast as real time (default ${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--people", defaultValue = "0", description = "how many people (default: the whole place)")
    private int people;

    @Spec
    @SuppressWarnings("NullAway.Init") // the command line sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (speed <= 0) {
            throw wrong("speed (" + speed + ") must be above 0. Maybe: --speed 60");
        }
        if (people < 0) {
            throw wrong("there cannot be fewer people than none (" + people + "). Maybe: --people 20000");
        }
        serving.check(spec);
        return ServerRun.run(new ServerSettings(
                ServerSettings.Mode.DEMO,
                serving.place,
                serving.data,
                null,
                null,
                null,
                serving.port,
                serving.mllpPort,
                serving.bind,
                speed,
                people));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
