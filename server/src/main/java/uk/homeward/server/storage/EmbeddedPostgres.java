package uk.homeward.server.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real PostgreSQL as a child process, with its data in a folder. Durable settings are on; it listens on loopback only,
 * with a password. A server that a killed Homeward left behind is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String USER = "homeward";

    private static final int LONGEST_RESTORE_TENTHS = 36_000;

    /** PostgreSQL needs about as much memory for each statement; glibc would give it back and ask for it again each time. */
    private static final Map<String, String> KEEP_MEMORY =
            Map.of("MALLOC_TRIM_THRESHOLD_", "16777216", "MALLOC_TOP_PAD_", "1048576");

    private final Path programs;
    private final Path data;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path programs, Path data, int port, String password) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /** Starts the server of this folder; the first start creates it. Blocks until it answers. */
    public static EmbeddedPostgres start(DataFolder folder) {
        String log = System.getenv("HOMEWARD_WAL");
        return start(folder, log == null ? null : Path.of(log));
    }

    /** @param log where the server gives out its log, for restores as of any moment; null where it gives out none */
    static EmbeddedPostgres start(DataFolder folder, @Nullable Path log) {
        folder.requireFree(300_000_000);
        Path programs = PostgresPrograms.unpack(folder.path().resolve("postgresql"));
        Path data = folder.path().resolve("database");
        Path secret = folder.path().resolve("database.password");
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                create(programs, data, secret);
            }
            stopOrphan(programs, data);
            EmbeddedPostgres server = new EmbeddedPostgres(
                    programs, data, freePort(), Files.readString(secret).strip());
            if (log != null) {
                Files.createDirectories(log);
            }
            server.launch(log);
            JdbcTemplate owner = new JdbcTemplate(server.access().ownerSource("public"));
            waitUntilRestored(owner);
            Roles.prepare(owner, server.appPassword());
            Files.writeString(address(folder.path()), server.url());
            return server;
        } catch (IOException e) {
            throw new StorageFailure("PostgreSQL could not be started in (" + data + "): " + e.getMessage());
        }
    }

    /**
     * The server of a folder that another Homeward runs at this moment, for commands that only look. Closing it does not
     * stop that server.
     */
    static Running running(Path folder) {
        try {
            return new Running(
                    Files.readString(address(folder)).strip(),
                    Files.readString(folder.resolve("database.password")).strip());
        } catch (IOException e) {
            throw new StorageFailure("the database of (" + folder + ") cannot be found: " + e.getMessage());
        }
    }

    /** How to reach a server that runs already. */
    record Running(String url, String password) {}

    private static Path address(Path folder) {
        return folder.resolve("database.address");
    }

    /** The server works as somebody who owns nothing; commands that look after the journal work as the owner. */
    Access access() {
        return new Access(url(), Roles.APP, appPassword(), USER, password);
    }

    private String appPassword() {
        return HexFormat.of().formatHex(sha256("app " + password));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The process id of the server, for tests that kill it. */
    public long processId() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new StorageFailure("PostgreSQL in (" + data + ") is not running");
        }
    }

    private static void create(Path programs, Path data, Path secret) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(secret, HexFormat.of().formatHex(random));
        ownerOnly(secret);
        run(
                "initdb",
                60,
                command(
                        programs,
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--auth=scram-sha-256",
                        "--pwfile=" + secret));
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** A postmaster of this very folder can only be an orphan: we hold the folder's lock. */
    private static void stopOrphan(Path programs, Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        if (isPostgres(pid)) {
            LOG.info("Stopping the database that an earlier run left behind (process {})", pid);
            try {
                run("stop", 60, command(programs, "pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"));
            } catch (StorageFailure stillThereOrDying) {
                if (isPostgres(pid)) {
                    throw stillThereOrDying;
                }
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(p -> p.info().command())
                .filter(c -> c.contains("postgres"))
                .isPresent();
    }

    private void launch(@Nullable Path log) {
        List<String> options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c max_connections=80",
                "-c shared_buffers=256MB",
                "-c max_wal_size=2GB",
                "-c log_min_messages=warning"));
        if (log != null) {
            options.addAll(archiving(log.toAbsolutePath()));
        }
        try {
            run(
                    "start",
                    60,
                    command(
                            programs,
                            "pg_ctl",
                            "start",
                            "-D",
                            data.toString(),
                            "-w",
                            "-t",
                            "50",
                            "-l",
                            data.resolveSibling("database.log").toString(),
                            "-o",
                            String.join(" ", options)));
        } catch (StorageFailure e) {
            throw new StorageFailure(
                    e.getMessage() + lastWords() + ". Maybe: look into (" + data.resolveSibling("database.log") + ")");
        }
    }

    /** What the database said last, if it was anything grave. */
    private String lastWords() {
        try {
            return Files.readAllLines(data.resolveSibling("database.log")).stream()
                    .filter(line -> line.matches(".*(FATAL|PANIC|invalid|syntax).*"))
                    .reduce((earlier, later) -> earlier.contains("FATAL") ? later : earlier + "; " + later)
                    .map(line -> " (" + line + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** A restored database first plays what came after its backup, and can only be read meanwhile. */
    private static void waitUntilRestored(JdbcTemplate owner) {
        for (int tenths = 0;
                Boolean.TRUE.equals(owner.queryForObject("select pg_is_in_recovery()", Boolean.class));
                tenths++) {
            if (tenths % 100 == 0) {
                LOG.info("The database plays the log that came after its backup");
            }
            if (tenths > LONGEST_RESTORE_TENTHS) {
                throw new StorageFailure("PostgreSQL has played its log for an hour and is not done. Maybe: look into"
                        + " database.log");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** What the server has written for good goes to the folder at the latest a minute after; a file is never written over. */
    private static List<String> archiving(Path log) {
        if (!log.toString().matches("[\\w/.-]+")) {
            throw new StorageFailure(
                    "the folder of the log (" + log + ") has letters that PostgreSQL's command cannot take."
                            + " Maybe: one of letters, digits, points and dashes");
        }
        return List.of(
                "-c archive_mode=on",
                "-c archive_timeout=60",
                "-c \"archive_command=test ! -f " + log + "/%f && cp %p " + log + "/%f.part && mv " + log + "/%f.part "
                        + log + "/%f\"");
    }

    /** Stops the server; connections that are still open are ended. */
    @Override
    public void close() {
        run("stop", 20, command(programs, "pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace lets it. */
    private static List<String> command(Path programs, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(String what, int seconds, List<String> command) {
        try {
            Path output = Files.createTempFile("homeward-postgres", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(KEEP_MEMORY);
            Process process = builder.start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            String said = Files.readString(output).strip();
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StorageFailure("PostgreSQL (" + what + ") "
                        + (ended ? "failed: " + said : "did not end in " + seconds + " s"));
            }
        } catch (IOException e) {
            throw new StorageFailure("PostgreSQL (" + what + ") could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageFailure("PostgreSQL (" + what + ") was interrupted");
        }
    }
}
