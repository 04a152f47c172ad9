package uk.homeward.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.FaultyDefinition;

class PathwaySchemaTest {

    private static final Schema SCHEMA = schema();
    private final String shipped = shipped();

    @Test
    void the_shipped_pathway_has_the_shape_that_the_schema_describes() {
        assertThat(faults(shipped)).isEmpty();
    }

    @Test
    void a_misspelt_key_is_a_fault_for_the_schema_and_for_the_reader() {
        refusedByBoth(shipped.replaceFirst("keeps-place: false", "keeps-plase: false"));
    }

    @Test
    void a_wrong_value_is_a_fault_for_the_schema_and_for_the_reader() {
        refusedByBoth(shipped.replaceFirst("setting: home", "setting: hotel"));
        refusedByBoth(shipped.replaceFirst("declined: 0.05", "declined: 5"));
        refusedByBoth(shipped.replaceFirst("planned-for: 6 weeks", "planned-for: six weeks"));
        refusedByBoth(shipped.replaceFirst("from: opened", "from: begun"));
        refusedByBoth(shipped.replaceFirst("within: 15 min", "limit: 15 min"));
    }

    @Test
    void every_kind_of_distribution_and_capacity_has_a_place_in_the_schema() {
        assertThat(faults("""
                pathway: small
                title: Small
                routes: {door: {title: Door, to: look, arrivals: {per-day: 3}}}
                steps:
                  look:
                    title: Look
                    occupies: {rooms: 2}
                    hours: 09:00-17:00 weekdays
                    queue: {capacity: 3, overflow: home, patience: {phases: [1 h, 2 h]}, reneges: home}
                    lasts: {mixture: [{weight: 1, lasts: {weibull: {shape: 0.7, scale: 3 d}}}, {weight: 2, lasts: {empirical: [1 d, 2 d]}}]}
                    then: home
                pools: {rooms: {capacity: unlimited, changes: [{from: 2026-12-01, capacity: 60}]}}
                exits: {home: {title: Home, outcome: independent-at-home}}
                """)).isEmpty();
    }

    private void refusedByBoth(String text) {
        assertThat(text).isNotEqualTo(shipped);
        assertThat(faults(text)).isNotEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Pathway.parse("changed.yaml", text)))
                .isInstanceOf(FaultyDefinition.class);
    }

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(Pathway.class.getResourceAsStream("pathway.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of(Objects.requireNonNull(System.getProperty("homeward.root")))
                    .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
