package uk.homeward.server.commandline;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.server.ServerSettings;

/** {@code homeward serve}: a real place, with real time and real sign-in. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves a place: real time, sign-in by OpenID Connect, any PostgreSQL.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final Serving serving = new Serving();

    @Option(
            names = "--database",
            description = "address of a PostgreSQL, such as jdbc:postgresql://host/homeward (default: embedded)")
    private @Nullable String database;

    @Spec
    @SuppressWarnings("NullAway.Init") // the command line sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        serving.check(spec);
        return ServerRun.run(new ServerSettings(
                ServerSettings.Mode.SERVE,
                serving.place,
                serving.data,
                database,
                System.getenv("HOMEWARD_DATABASE_USER"),
                System.getenv("HOMEWARD_DATABASE_PASSWORD"),
                serving.port,
                serving.mllpPort,
                serving.bind,
                1,
                0));
    }
}
