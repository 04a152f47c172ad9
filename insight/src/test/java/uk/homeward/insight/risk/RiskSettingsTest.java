package uk.homeward.insight.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.journey.source.Yaml;

final class RiskSettingsTest {

    private static RiskSettings read(String yaml) {
        Faults faults = new Faults();
        return RiskSettings.of(Yaml.parse("risk.yaml", yaml, faults), faults);
    }

    @Test
    void theShippedPlacePutsEveryoneInOneSegment() {
        Path file = Path.of(System.getProperty("homeward.root", ".."), "places", "birmingham-solihull", "risk.yaml");

        RiskSettings settings = RiskSettings.read(file);

        assertThat(settings.shares()).isEqualTo(new RiskPyramid.Shares(0.05, 0.20));
        assertThat(segment(settings, 88, 0, "Z51.5", "F03")).isEqualTo("end-of-life");
        assertThat(segment(settings, 88, 0, "F03", "C50")).isEqualTo("frailty-dementia");
        assertThat(segment(settings, 88, 151, "C50")).isEqualTo("frailty-dementia");
        assertThat(segment(settings, 70, 150, "E11.9", "I50.0", "J44.9", "C50")).isEqualTo("complex");
        assertThat(segment(settings, 64, 0, "E11.9", "I50.0", "J44.9", "C50")).isEqualTo("cancer");
        assertThat(segment(settings, 64, 0, "E11.9")).isEqualTo("long-term-condition");
        assertThat(segment(settings, 64, 0)).isEqualTo("healthy");
    }

    private static String segment(RiskSettings settings, int age, int frailtyTenths, String... codes) {
        Set<Icd10> read = Set.copyOf(Stream.of(codes).map(Icd10::of).toList());
        return settings.segments()
                .assign(new PersonHistory(age, read, Set.of(), frailtyTenths))
                .segment()
                .id();
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> read("""
                                pyramid: {high: 0.05, rising: 0.2, lowest: 0.1}
                                segments:
                                  - segment: frail
                                    title: Frail
                                    diagnoses: [f00]
                                  - segment: both
                                    title: Both
                                    flag: a
                                    age-from: 65
                                """))
                .isInstanceOf(FaultyDefinition.class)
                .satisfies(e -> assertThat(
                                ((FaultyDefinition) e).faults().stream().map(Object::toString))
                        .hasSize(4)
                        .anyMatch(fault -> fault.contains("risk.yaml:1") && fault.contains("(lowest)"))
                        .anyMatch(fault -> fault.contains("risk.yaml:5") && fault.contains("(f00)"))
                        .anyMatch(fault -> fault.contains("risk.yaml:6") && fault.contains("[flag, age-from]")));
    }

    @Test
    void aListThatForgetsSomeoneIsRefused() {
        assertThatThrownBy(() -> read("""
                                pyramid: {high: 0.05, rising: 0.2}
                                segments:
                                  - segment: old
                                    title: Older
                                    age-from: 65
                                """))
                .isInstanceOf(FaultyDefinition.class)
                .satisfies(e -> assertThat(((FaultyDefinition) e).faults().toString())
                        .contains("(old) is the last and does not take everyone"));
    }
}
