package uk.homeward.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a server was started with.
 *
 * @param mode demo, or serving a real place
 * @param place the place's folder
 * @param data the folder of the embedded database; null where {@code database} is given
 * @param database the address of a PostgreSQL ({@code jdbc:postgresql://...}); null for the embedded one
 * @param port the web server's port; 0 chooses a free one
 * @param mllpPort the HL7 listener's port; 0 chooses a free one, -1 is none
 * @param bind the address that the listeners bind, loopback unless the user says otherwise
 * @param speed how many times as fast as real time the demo runs
 * @param people how many synthetic people the demo has; 0 is the whole place, {@link #NOBODY} is
 *     an empty place without autopilot
 */
public record ServerSettings(
        Mode mode,
        Path place,
        @Nullable Path data,
        @Nullable String database,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        int port,
        int mllpPort,
        String bind,
        double speed,
        int people) {

    /** A demo without people, history or autopilot. */
    public static final int NOBODY = -1;

    /** How the server runs. */
    public enum Mode {
        DEMO,
        SERVE
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}
