package uk.homeward.server.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Backup of the embedded database while it works, and its restore as of any moment after. The files are copied between
 * PostgreSQL's marks of a backup; what came after is in the log that the server gives out (HOMEWARD_WAL).
 */
public final class Backup {

    private static final String DATABASE = "database";
    private static final DateTimeFormatter AS_POSTGRESQL = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** What a copy must not have, or has no use for. */
    private static final Set<String> LEFT_OUT =
            Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "postmaster.pid", "postmaster.opts", "pg_dynshmem");
    /** What lies beside the database and is needed with it. */
    private static final List<String> BESIDE = List.of("database.password", "seal.key", "pseudonym.key");

    private Backup() {}

    /**
     * Copies the database of a folder while its server runs.
     *
     * @param owner the database as its owner
     * @param data the folder of the running server
     * @param to an empty folder, or one that is not there yet
     */
    public static void make(DataSource owner, Path data, Path to) {
        try {
            if (Files.exists(to) && !isEmpty(to)) {
                throw new StorageFailure("the folder (" + to + ") is not empty. Maybe: a new one for each backup");
            }
            Files.createDirectories(to);
            for (String file : BESIDE) {
                if (Files.exists(data.resolve(file))) {
                    Files.copy(data.resolve(file), to.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            SingleConnectionDataSource one = new SingleConnectionDataSource(owner.getConnection(), true);
            try { // the marks hold for one connection
                JdbcTemplate jdbc = new JdbcTemplate(one);
                if (!"on".equals(jdbc.queryForObject("show archive_mode", String.class))) {
                    throw new StorageFailure("the server of (" + data
                            + ") does not give out its log. Maybe: start it with" + " HOMEWARD_WAL set to a folder");
                }
                jdbc.queryForObject("select pg_backup_start('homeward', true)::text", String.class);
                copy(data.resolve(DATABASE), to.resolve(DATABASE), LEFT_OUT);
                String label = jdbc.queryForObject("select labelfile from pg_backup_stop(true)", String.class);
                Files.writeString(to.resolve(DATABASE).resolve("backup_label"), String.valueOf(label));
                Files.createDirectories(to.resolve(DATABASE).resolve("pg_wal"));
                for (String folder : List.of("pg_replslot", "pg_stat_tmp", "pg_dynshmem")) {
                    Files.createDirectories(to.resolve(DATABASE).resolve(folder));
                }
            } finally {
                one.destroy();
            }
        } catch (IOException | java.sql.SQLException e) {
            throw new StorageFailure("the backup to (" + to + ") failed: " + e.getMessage());
        }
    }

    /**
     * Makes a folder of data from a backup; its next start plays the log up to the moment, and goes on from there.
     *
     * @param log the folder into which the server gave out its log
     * @param until the last moment that is to be there; null for all that the log holds
     */
    public static void restore(Path backup, Path log, Path data, @Nullable Instant until) {
        if (!Files.exists(backup.resolve(DATABASE).resolve("backup_label"))) {
            throw new StorageFailure(
                    "there is no backup in (" + backup + "). Maybe: one was cut short; take the one before");
        }
        try {
            if (Files.exists(data) && !isEmpty(data)) {
                throw new StorageFailure("the folder (" + data + ") is not empty. Maybe: restore into a new one");
            }
            copy(backup, data, Set.of());
            Path database = data.resolve(DATABASE);
            Files.createFile(database.resolve("recovery.signal"));
            StringBuilder settings = new StringBuilder("\nrestore_command = 'cp \"")
                    .append(log.toAbsolutePath())
                    .append("/%f\" \"%p\"'\nrecovery_target_action = 'promote'\n");
            if (until != null) {
                settings.append("recovery_target_time = '")
                        .append(AS_POSTGRESQL.format(until))
                        .append("'\n");
            }
            Files.writeString(
                    database.resolve("postgresql.auto.conf"),
                    settings.toString(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StorageFailure("the restore into (" + data + ") failed: " + e.getMessage());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Copies a tree whose files may go or grow meanwhile: PostgreSQL mends what was torn from its log. */
    private static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(folder);
                if (name.getNameCount() == 1 && leftOut.contains(name.toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path made = Files.createDirectories(to.resolve(name.toString()));
                if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(file);
                if (!(name.getNameCount() == 1 && leftOut.contains(name.toString()))) {
                    try {
                        Files.copy(file, to.resolve(name.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        // dropped meanwhile; the log says so, too
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
