package uk.homeward.server.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import uk.homeward.server.access.OptedOut;

/** Remembers, as a digest beside published facts, who was left out of them: where that changes, all of them are made anew. */
final class LeftOut {

    private static final String FILE = "left-out.txt";

    private LeftOut() {}

    static boolean differs(Path folder, OptedOut.Them now) {
        try {
            Path file = folder.resolve(FILE);
            String then = Files.exists(file) ? Files.readString(file).strip() : digest(OptedOut.Them.NOBODY);
            return !then.equals(digest(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void keep(Path folder, OptedOut.Them now) {
        try {
            Files.writeString(folder.resolve(FILE), digest(now) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(OptedOut.Them them) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = String.join("\n", new TreeSet<>(them.people())).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
