package uk.homeward.server.commandline;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that every way of serving shares. */
final class Serving {

    @Option(names = "--port", defaultValue = "8080", description = "port of the pages (default ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--mllp-port",
            defaultValue = "2575",
            description = "port of the HL7 listener (default ${DEFAULT-VALUE})")
    int mllpPort;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default ${DEFAULT-VALUE}: this machine only)")
    String bind = "127.0.0.1";

    @Option(names = "--data", description = "folder of the embedded database (default: .homeward in your home)")
    Path data = Path.of(System.getProperty("user.home"), ".homeward");

    @Option(names = "--place", description = "folder of the place (default: birmingham-solihull)")
    Path place = Path.of(System.getProperty("homeward.root", ".")).resolve("places/birmingham-solihull");

    /** Refuses ports that cannot be. */
    void check(CommandSpec spec) {
        for (int each : new int[] {port, mllpPort}) {
            if (each < -1 || each > 65_535 || (each == -1 && each == port)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no port (" + each + "). Maybe: one from 1 to 65535, such as 8080");
            }
        }
    }
}
