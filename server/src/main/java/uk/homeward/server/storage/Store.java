package uk.homeward.server.storage;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A place's database, opened by a command that looks at it: running, embedded and stopped, or at an address. */
public final class Store implements AutoCloseable {

    private final DataSource source;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable DataFolder folder;

    private Store(DataSource source, @Nullable EmbeddedPostgres server, @Nullable DataFolder folder) {
        this.source = source;
        this.server = server;
        this.folder = folder;
    }

    /**
     * Opens the embedded database of a folder: the one that a running Homeward serves, else it is started and stopped
     * again.
     */
    public static Store embedded(Path data, String schema) {
        DataFolder folder = DataFolder.tryOpen(data);
        if (folder == null) {
            EmbeddedPostgres.Running running = EmbeddedPostgres.running(data);
            return new Store(source(running.url(), EmbeddedPostgres.USER, running.password(), schema), null, null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        return new Store(source(server.url(), server.user(), server.password(), schema), server, folder);
    }

    /** Opens a PostgreSQL by its address. */
    public static Store at(String url, @Nullable String user, @Nullable String password, String schema) {
        return new Store(source(url, user, password, schema), null, null);
    }

    public DataSource source() {
        return source;
    }

    private static DataSource source(String url, @Nullable String user, @Nullable String password, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setCurrentSchema(schema + ",public");
        return source;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
