package uk.homeward.server.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.place.Place;
import uk.homeward.server.hospital.ReturnFiles;
import uk.homeward.server.hospital.Returns;
import uk.homeward.server.storage.Store;

/** {@code homeward returns}: writes the national returns of the place's hospitals as files. */
@Command(
        name = "returns",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a national return as a CSV file in the layout in which it is published: the daily discharge return"
                    + " (sitrep), delayed transfers of care of a month (dtoc), or delays by the discharge-ready date"
                    + " (discharge). No names.",
            "The people behind each figure are on the page /returns of a running server."
        })
final class ReturnsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KIND", description = "sitrep, dtoc or discharge")
    private Returns.Kind kind = Returns.Kind.SITREP;

    @Option(names = "--day", paramLabel = "DAY", description = "the day of a sitrep, such as 2026-03-02")
    private @Nullable String day;

    @Option(names = "--month", paramLabel = "MONTH", description = "the month of the others, such as 2026-03")
    private @Nullable String month;

    @Option(names = "--to", paramLabel = "FILE", description = "where it is written (default: the screen)")
    private @Nullable Path to;

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Place place = Place.load(where.folder);
        try (Store store = where.open(place)) {
            JdbcTemplate jdbc = new JdbcTemplate(store.source());
            LocalDate lastDay = lastDay(jdbc, place);
            ReturnFiles files = new ReturnFiles(new Returns(jdbc, place));
            String csv = switch (kind) {
                case SITREP -> files.sitrep(day(lastDay));
                case DTOC -> files.dtoc(month(lastDay), lastDay);
                case DISCHARGE -> files.discharge(month(lastDay));
            };
            write(csv);
            return 0;
        }
    }

    /** The last day that is over: the day before the last thing that was told. */
    private static LocalDate lastDay(JdbcTemplate jdbc, Place place) {
        OffsetDateTime last = jdbc.queryForObject(
                "select coalesce(max(recorded_at), now()) from event where place = ?",
                OffsetDateTime.class,
                place.id().value());
        Instant now = java.util.Objects.requireNonNull(last).toInstant();
        return now.atZone(place.zone()).toLocalDate().minusDays(1);
    }

    private LocalDate day(LocalDate lastDay) {
        try {
            return day == null ? lastDay : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new CommandFailure("(" + day + ") is no day. Maybe: write it as 2026-03-02");
        }
    }

    private YearMonth month(LocalDate lastDay) {
        try {
            return month == null ? YearMonth.from(lastDay) : YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new CommandFailure("(" + month + ") is no month. Maybe: write it as 2026-03");
        }
    }

    private void write(String csv) {
        if (to == null) {
            spec.commandLine().getOut().print(csv);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(to, csv);
            spec.commandLine().getOut().println("Written: " + to);
        } catch (IOException e) {
            throw new CommandFailure("(" + to + ") cannot be written. Maybe: the folder is missing");
        }
    }
}
