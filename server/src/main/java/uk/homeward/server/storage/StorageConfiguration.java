package uk.homeward.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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

/** Opens the store: one schema for the place, with nothing across schemas. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

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
    HikariDataSource dataSource(ServerSettings settings, ObjectProvider<EmbeddedPostgres> embedded, Place place) {
        HikariConfig config = new HikariConfig();
        EmbeddedPostgres server = embedded.getIfAvailable();
        config.setJdbcUrl(server == null ? settings.database() : server.url());
        config.setUsername(server == null ? settings.databaseUser() : server.user());
        config.setPassword(server == null ? settings.databasePassword() : server.password());
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
    FlywayConfigurationCustomizer schemaOfThePlace(Place place) {
        return (FluentConfiguration flyway) ->
                flyway.schemas(place.schema()).defaultSchema(place.schema()).createSchemas(true);
    }
}
