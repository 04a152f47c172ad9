package uk.homeward.server.journal;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import uk.homeward.server.time.PlaceTime;

/** Gives out the heads once for each day of the place, into a folder that others fetch them from. */
@DependsOnDatabaseInitialization
public class DailyHeads {

    private static final Logger LOG = LoggerFactory.getLogger(DailyHeads.class);

    private final Heads heads;
    private final Path folder;
    private final PlaceTime time;

    public DailyHeads(Heads heads, Path folder, PlaceTime time) {
        this.heads = heads;
        this.folder = folder;
        this.time = time;
    }

    /** Asked often, so that a server that was down at midnight gives them out when it is back. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 900_000)
    public void giveOut() {
        Path file = folder.resolve("heads-" + LocalDate.ofInstant(time.instant(), java.time.ZoneOffset.UTC) + ".csv");
        if (Files.exists(file)) {
            return;
        }
        try {
            heads.write(file);
        } catch (UncheckedIOException | DataAccessException e) {
            LOG.warn("The day's heads could not be given out now and will be later: {}", e.getMessage());
        }
    }
}
