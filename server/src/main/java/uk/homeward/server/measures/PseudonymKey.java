package uk.homeward.server.measures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import uk.homeward.insight.events.Pseudonyms;

/** The secret under which people and journeys become numbers when events are published. */
public final class PseudonymKey {

    private static final int BYTES = 32;

    private PseudonymKey() {}

    /** Reads the key from a file (one line of base64), making it on first use with owner-only access. */
    public static Pseudonyms in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Pseudonyms.of(
                    Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the key of pseudonyms (" + file + ") cannot be used: " + e.getMessage()
                            + ". Maybe: restore it from your backup",
                    e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
