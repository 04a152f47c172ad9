package uk.homeward.server.commandline;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import uk.homeward.journey.source.FaultyDefinition;

/** The one entry point: {@code ./homeward COMMAND}. Exit code 0 is success, 1 a failure, 2 wrong usage. */
@Command(
        name = "homeward",
        mixinStandardHelpOptions = true,
        versionProvider = Homeward.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Gets older people home, and keeps them there: runs, measures and foresees a place's care.",
        subcommands = {
            AuditCommand.class,
            CalibrateCommand.class,
            DemoCommand.class,
            ExportCommand.class,
            FormsCommand.class,
            ImportCommand.class,
            JournalCommand.class,
            MeasuresCommand.class,
            PathwayCommand.class,
            PlaceCommand.class,
            ProgrammesCommand.class,
            ReturnsCommand.class,
            ServeCommand.class,
            SimulateCommand.class,
            StatsCommand.class,
            RiskCommand.class,
            BenefitsCommand.class,
            FinanceCommand.class,
            DemandCommand.class,
            OpportunityCommand.class,
            BackupCommand.class,
            RetentionCommand.class,
        })
public final class Homeward {

    private Homeward() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... args) {
        CommandLine commandLine = new CommandLine(new Homeward());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true); // --case stretch
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof FaultyDefinition faulty) {
                faulty.faults().forEach(fault -> command.getErr().println(fault));
            } else if (e instanceof CommandFailure failure) {
                command.getErr().println("homeward: " + failure.getMessage());
            } else {
                e.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        if (args.length == 0) {
            commandLine.usage(System.out);
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(args);
    }

    /** Tells the version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Homeward.class.getPackage().getImplementationVersion();
            return new String[] {"homeward " + (version == null ? "(not packaged)" : version)};
        }
    }
}
