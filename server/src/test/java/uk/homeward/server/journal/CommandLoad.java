package uk.homeward.server.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.time.PlaceTime;

/**
 * A process of its own that tells the desk one command after the other and writes down each that was acknowledged, until
 * it is killed: {@code CommandLoad DATA ACKNOWLEDGED RUN [weak]}.
 */
final class CommandLoad {

    private static final Actor STAFF = new Actor("load", "Load", "triage-clinician", "bchc");
    private static final int THREADS = 4;

    @Configuration
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan({"uk.homeward.server.journal", "uk.homeward.server.storage", "uk.homeward.server.time"})
    static class Parts {}

    private CommandLoad() {}

    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext context = start(Path.of(args[0]));
        if (args.length > 3) {
            context.getBean(JdbcTemplate.class).execute("alter role current_user set synchronous_commit = off");
            context.getBean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
        FileChannel acknowledged = FileChannel.open(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        Desk desk = context.getBean(Desk.class);
        PlaceTime time = context.getBean(PlaceTime.class);
        AtomicInteger next = new AtomicInteger();
        for (int t = 0; t < THREADS; t++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    journey(desk, time, "run" + args[2] + "-" + next.incrementAndGet(), acknowledged);
                }
            });
        }
        System.out.println("load is running");
    }

    static ConfigurableApplicationContext start(Path data) {
        SpringApplication application = new SpringApplication(Parts.class, uk.homeward.server.PlaceParts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        ServerSettings settings = new ServerSettings(
                ServerSettings.Mode.DEMO,
                Path.of(System.getProperty("homeward.root")).resolve("places/birmingham-solihull"),
                data,
                null,
                null,
                null,
                0,
                -1,
                "127.0.0.1",
                1,
                ServerSettings.NOBODY);
        application.addInitializers(
                c -> ((GenericApplicationContext) c).registerBean(ServerSettings.class, () -> settings));
        return application.run();
    }

    private static void journey(Desk desk, PlaceTime time, String id, FileChannel acknowledged) {
        Told told = desk.open(
                id,
                uk.homeward.journey.pathway.PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        "somebody",
                        RouteId.of("professional"),
                        new Sender("gp", "Practice", "Dr", ""),
                        "fall",
                        Map.of("urgency", "urgent", "locality", "central")),
                time.instant(),
                STAFF,
                id);
        write(acknowledged, told);
        for (JourneyCommand command : List.of(
                new JourneyCommand.Accept(),
                new JourneyCommand.Decide(OptionId.of("support"), "", List.of("nurse", "therapist"), "home", null),
                new JourneyCommand.StartStep(List.of()),
                new JourneyCommand.MakeContact(Mode.FACE_TO_FACE, "nurse", "seen"),
                new JourneyCommand.CompleteStep("better"),
                new JourneyCommand.Decide(OptionId.of("stays-home"), "", List.of("nurse"), "home", null))) {
            write(acknowledged, desk.tell(id, 0, command, time.instant(), STAFF, null));
        }
    }

    private static void write(FileChannel acknowledged, Told told) {
        if (told instanceof Told.Done done) {
            String line = done.journey().id() + " " + done.journey().version() + "\n";
            try {
                acknowledged.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
