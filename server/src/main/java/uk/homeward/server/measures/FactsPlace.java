package uk.homeward.server.measures;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.server.ServerSettings;

/**
 * Where this server publishes its facts: {@code HOMEWARD_FACTS}, or {@code facts} in the data folder; nowhere if there is
 * neither.
 */
@Component
class FactsPlace {

    private final @Nullable Path folder;
    private final @Nullable Path key;

    FactsPlace(ServerSettings settings) {
        String facts = System.getenv("HOMEWARD_FACTS");
        String secret = System.getenv("HOMEWARD_PSEUDONYM_KEY");
        Path data = settings.data();
        this.folder = facts != null ? Path.of(facts) : data == null ? null : data.resolve("facts");
        this.key = secret != null
                ? Path.of(secret)
                : data != null
                        ? data.resolve("pseudonym.key")
                        : folder == null ? null : folder.resolveSibling("pseudonym.key");
    }

    @Nullable
    Path folder() {
        return folder;
    }

    Pseudonyms pseudonyms() {
        if (key == null) {
            throw new IllegalStateException("no key of pseudonyms is set. Maybe: set HOMEWARD_PSEUDONYM_KEY");
        }
        return PseudonymKey.in(key);
    }
}
