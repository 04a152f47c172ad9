package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs one planning command on the shipped place and keeps what it printed. */
record PlanningRun(int exit, String out) {

    static PlanningRun of(Object command, String... args) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            failed.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return new PlanningRun(line.execute(args), out.toString());
    }
}
