package uk.homeward.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;

/** Opens the store: one schema for the place, with nothing across schemas, owned by somebody else than the server. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StorageConfiguration.class);

    /** The store is embedded where no address is given. */
    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Objects.requireNonNull(context.getBeanFactory())
                            .getBean(ServerSettings.class)
                            .database()
                    == null;
        }
    }

    @Bean
    @Conditional(Embedded.class)
    DataFolder dataFolder(ServerSettings settings) {
        return DataFolder.open(Objects.requireNonNull(settings.data()));
    }

    @Bean
    @Conditional(Embedded.class)
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        return EmbeddedPostgres.start(folder);
    }

    @Bean
    Access databaseAccess(ServerSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        Access access = server == null ? Access.of(settings, System.getenv()) : server.access();
        if (!access.isApart()) {
            LOG.warn("the server owns its database, so the database cannot keep it from changing what is append-only."
                    + " Maybe: set HOMEWARD_DATABASE_OWNER, see docs/operate.md");
        }
        return access;
    }

    @Bean
    HikariDataSource dataSource(Access access, Place place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("currentSchema", place.schema() + ",public");
        config.addDataSourceProperty("ApplicationName", "homeward");
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(4);
        HikariDataSource source = new HikariDataSource(config);
        Durability.require(new JdbcTemplate(source));
        return source;
    }

    @Bean
    FlywayConfigurationCustomizer schemaOfThePlace(Place place, Access access) {
        DataSource owner = access.ownerSource(place.schema());
        return (FluentConfiguration flyway) -> flyway.dataSource(owner)
                .schemas(place.schema())
                .defaultSchema(place.schema())
                .createSchemas(true)
                .placeholders(
                        Map.of("app", access.isApart() ? String.valueOf(access.user()) : "", "reader", Roles.READER));
    }
}
