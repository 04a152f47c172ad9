package uk.homeward.insight.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * A folder with published facts: a folder of Parquet files for each table. A change is written aside as a whole, then named
 * in a plan, then put in place; a change that was cut short is carried out when the folder is next opened, or forgotten.
 * Who reads within this process holds the read lock meanwhile.
 */
public final class FactFolder {

    private static final String ASIDE = ".aside";
    private static final String PLAN = ".plan";

    private final Path path;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private FactFolder(Path path) {
        this.path = path;
    }

    /** Opens a folder, making it if need be. */
    public static FactFolder open(Path path) {
        FactFolder folder = new FactFolder(path);
        try {
            Files.createDirectories(path.resolve(ASIDE));
            folder.recover();
            return folder;
        } catch (IOException e) {
            throw new PublishingFailure(
                    "the folder (" + path + ") cannot be used: " + e.getMessage(), "choose another one", e);
        }
    }

    /**
     * Opens a folder that holds nothing but what can be published again: facts that another version wrote in a form of its
     * own are taken away first.
     */
    public static FactFolder openAnew(Path path) {
        Path state = path.resolve(Published.FILE);
        return Files.exists(state) && !Published.isOfThisForm(lines(state)) ? openEmptied(path) : open(path);
    }

    /** Opens a folder and takes away what was published in it. */
    public static FactFolder openEmptied(Path path) {
        Path state = path.resolve(Published.FILE);
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(file -> file.toString().endsWith(".parquet") || file.equals(state))
                    .toList()
                    .forEach(FactFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(path);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Read: files stay in place. Write: they are being put in place. */
    public ReadWriteLock lock() {
        return lock;
    }

    /** How far the folder is; empty before anything is published. */
    public Optional<Published> published() {
        Path file = path.resolve(Published.FILE);
        return Files.exists(file) ? Optional.of(Published.of(lines(file))) : Optional.empty();
    }

    String keyOfPseudonyms() {
        Path file = path.resolve(Published.FILE);
        return Files.exists(file) ? Published.value(lines(file), "key") : "";
    }

    /** The files of a table, by name. */
    public List<Path> files(FactTable table) {
        Path folder = path.resolve(table.title());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a new file of a table is written before it is put in place. */
    Path aside(FactTable table, String name) {
        return path.resolve(ASIDE).resolve(table.title() + "~" + name);
    }

    /** Puts everything that was written aside in place, and drops files that it replaces under other names, at once. */
    void put(List<Path> written, List<Path> dropped, String state) {
        try {
            Path stateAside = path.resolve(ASIDE).resolve(Published.FILE);
            Files.writeString(stateAside, state);
            List<String> plan = new ArrayList<>();
            for (Path file : written) {
                force(file);
                plan.add("put " + file.getFileName());
            }
            dropped.forEach(file -> plan.add("drop " + path.relativize(file)));
            force(stateAside);
            plan.add("put " + Published.FILE);
            Path planAside = path.resolve(ASIDE).resolve(PLAN);
            Files.write(planAside, plan);
            force(planAside);
            lock.writeLock().lock();
            try {
                Files.move(planAside, path.resolve(PLAN), StandardCopyOption.ATOMIC_MOVE);
                recover();
            } finally {
                lock.writeLock().unlock();
            }
        } catch (IOException e) {
            throw new PublishingFailure(
                    "the facts could not be written to (" + path + "): " + e.getMessage(),
                    "check the folder and the room on the disk",
                    e);
        }
    }

    private void recover() throws IOException {
        Path plan = path.resolve(PLAN);
        if (Files.exists(plan)) {
            for (String line : Files.readAllLines(plan)) {
                carryOut(line);
            }
            Files.delete(plan);
        }
        try (Stream<Path> rest = Files.list(path.resolve(ASIDE))) {
            for (Path file : rest.toList()) {
                Files.delete(file);
            }
        }
    }

    private void carryOut(String line) throws IOException {
        String name = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("drop ")) {
            Files.deleteIfExists(path.resolve(name));
            return;
        }
        Path from = path.resolve(ASIDE).resolve(name);
        Path to = path.resolve(name.replace('~', '/'));
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
