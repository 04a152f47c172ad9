package uk.homeward.server.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from the library that carries them. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The folder with {@code bin}; unpacked once, and again only if an unpacking was cut short. */
    static Path unpack(Path folder) {
        Path complete = folder.resolve("unpacked");
        if (Files.exists(complete)) {
            return folder;
        }
        String archive = "/postgres-" + system() + ".txz";
        try (InputStream in = PostgresPrograms.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new StorageFailure("there is no embedded PostgreSQL for this system (" + archive
                        + "). Maybe: give the address of your own PostgreSQL with --database");
            }
            Files.createDirectories(folder);
            unpack(in, folder);
            Files.createFile(complete);
            return folder;
        } catch (IOException e) {
            throw new StorageFailure("PostgreSQL could not be unpacked into (" + folder + "): " + e.getMessage()
                    + ". Maybe: the disk is full");
        }
    }

    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux")
                + (processor.equals("aarch64") ? "-arm_64" : "-x86_64");
    }

    private static void unpack(InputStream in, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry leads out of the folder (" + entry.getName() + ")");
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            mode.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, mode);
        }
    }
}
