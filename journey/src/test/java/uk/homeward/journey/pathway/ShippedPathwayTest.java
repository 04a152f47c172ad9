package uk.homeward.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShippedPathwayTest {

    private final Pathway pathway = Pathway.load(Path.of(System.getProperty("homeward.root"))
            .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));

    @Test
    void has_two_ways_in_and_the_hospital_front_door() {
        assertThat(pathway.routes().keySet().stream().map(RouteId::value))
                .containsExactly("professional", "gateway", "hospital-front-door", "carer-admitted");
        assertThat(pathway.get(RouteId.of("gateway")).who()).contains("police", "fire", "housing", "voluntary");
    }

    @Test
    void promises_a_response_within_two_hours_of_acceptance() {
        Standard standard = pathway.get(StandardId.of("response-2h"));
        assertThat(standard.within()).isEqualTo(Duration.ofHours(2));
        assertThat(standard.from()).hasToString("accepted");
        assertThat(standard.to()).hasToString("contact crisis-response");
        assertThat(standard.target()).isEqualTo(0.7);
    }

    @Test
    void nobody_is_admitted_without_a_reason() {
        assertThat(pathway.decisions().values().stream().flatMap(d -> d.options().stream()))
                .filteredOn(o -> o.to().name().equals("acute-stay"))
                .isNotEmpty()
                .allMatch(Decision.Option::needsReason);
    }

    @Test
    void keeps_the_hospital_bed_until_the_next_place_is_free() {
        assertThat(pathway.get(StepId.of("acute-stay")).keepsPlace()).isTrue();
        assertThat(pathway.get(StepId.of("home-enablement")).keepsPlace()).isFalse();
    }
}
