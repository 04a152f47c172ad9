package uk.homeward.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A folder that one Homeward uses at a time; the lock goes with the process, however it ends. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the folder for this process alone, creating it if need be.
     *
     * @throws StorageFailure if it cannot be created or written, or is in use
     */
    public static DataFolder open(Path path) {
        DataFolder folder = tryOpen(path);
        if (folder == null) {
            throw new StorageFailure("the folder (" + path + ") is in use by another Homeward. "
                    + "Maybe: stop that one, or choose another folder with --data");
        }
        return folder;
    }

    /** As {@link #open}, but null where another process has it. */
    static @Nullable DataFolder tryOpen(Path path) {
        try {
            Files.createDirectories(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel = FileChannel.open(
                    path.resolve("homeward.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return null;
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StorageFailure("the folder (" + path + ") cannot be used: " + e.getMessage()
                    + ". Maybe: choose another one with --data");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    /** Refuses to go on with less free space than this, before anything is half written. */
    public void requireFree(long bytes) {
        long free = path.toFile().getUsableSpace();
        if (free < bytes) {
            throw new StorageFailure(
                    "the disk of (" + path + ") has only " + free / 1_000_000 + " MB free, " + bytes / 1_000_000
                            + " MB are needed. Maybe: free some space, or choose another folder with --data");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageFailure("the folder (" + path + ") could not be released: " + e.getMessage());
        }
    }
}
