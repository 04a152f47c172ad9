package uk.homeward.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerTest;

/** The rules by which many places spread over a distributed PostgreSQL without a change; see docs/operate.md. */
class SchemaRulesTest extends ServerTest {

    private static final Pattern MERGE = Pattern.compile("\"[^\"\\n]*\\bmerge into\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SCHEMA = Pattern.compile(
            "\\b(?:from|join|into|update)\\s+(?!public\\.|pg_catalog\\.|information_schema\\.)[a-z_]+\\.[a-z_]+\\b(?!\\()");

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @Test
    void everything_of_a_place_lies_in_its_own_schema() {
        assertThat(jdbc.queryForList(
                        "select table_schema || '.' || table_name from information_schema.tables where table_type ="
                                + " 'BASE TABLE' and table_schema not in (current_schema(), 'pg_catalog',"
                                + " 'information_schema')",
                        String.class))
                .isEmpty();
    }

    @Test
    void the_place_is_the_first_of_every_key() {
        List<String> without = jdbc.queryForList("""
            select i.relname || ' of ' || t.relname
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = current_schema() and x.indisunique and t.relname <> 'flyway_schema_history'
              and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'place'
                              and a.attnum = any (x.indkey::int2[]))
            """, String.class);
        assertThat(without).isEmpty();
        assertThat(jdbc.queryForList("""
            select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = current_schema() and t.relkind = 'r' and t.relname <> 'flyway_schema_history'
              and not exists (select 1 from pg_index x where x.indrelid = t.oid and x.indisprimary)
            """, String.class))
                .as("tables without a key")
                .isEmpty();
    }

    @Test
    void no_foreign_key_and_no_view_reaches_anywhere() {
        assertThat(jdbc.queryForList("select conname from pg_constraint where contype = 'f'", String.class))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select table_name from information_schema.views where table_schema = current_schema()",
                        String.class))
                .isEmpty();
    }

    @Test
    void no_statement_merges_or_names_another_schema() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve("server/src/main"))) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".java") || f.toString().endsWith(".sql"))
                    .toList()) {
                String text = Files.readString(file);
                if (MERGE.matcher(text).find()
                        || (file.toString().endsWith(".sql")
                                && OTHER_SCHEMA.matcher(text).find())) {
                    wrong.add(root().relativize(file).toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
