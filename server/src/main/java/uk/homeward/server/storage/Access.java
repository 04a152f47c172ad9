package uk.homeward.server.storage;

import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import uk.homeward.server.ServerSettings;

/**
 * How the database is reached.
 *
 * @param user whom the server works as; null where the address says it
 * @param owner who owns the schema and migrates it; the same as {@code user} where the operator keeps no two apart
 */
record Access(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String owner,
        @Nullable String ownerPassword) {

    /** As the operator says. */
    static Access of(ServerSettings settings, Map<String, String> environment) {
        String url = String.valueOf(settings.database());
        String owner = environment.get("HOMEWARD_DATABASE_OWNER");
        return owner == null
                ? new Access(
                        url,
                        settings.databaseUser(),
                        settings.databasePassword(),
                        settings.databaseUser(),
                        settings.databasePassword())
                : new Access(
                        url,
                        settings.databaseUser(),
                        settings.databasePassword(),
                        owner,
                        environment.get("HOMEWARD_DATABASE_OWNER_PASSWORD"));
    }

    /** True if the server is not the owner of what it works on. */
    boolean isApart() {
        return user != null && !user.equals(owner);
    }

    DataSource ownerSource(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(owner);
        source.setPassword(ownerPassword);
        source.setCurrentSchema(schema + ",public");
        return source;
    }
}
