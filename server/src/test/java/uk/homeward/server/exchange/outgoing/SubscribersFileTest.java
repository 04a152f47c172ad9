package uk.homeward.server.exchange.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

class SubscribersFileTest {

    private final Faults faults = new Faults();

    private List<Subscriber> read(String text) {
        return SubscribersFile.read(Yaml.parse("subscribers.yaml", text, faults));
    }

    @Test
    void reads_receivers_of_both_kinds() {
        List<Subscriber> all = read("""
            subscribers:
              - id: ooh
                name: Out of hours
                organisation: badger
                mllp: {host: 10.1.2.3, port: 2576, application: OOH, facility: B}
                sends: [adt, mdm]
              - id: gp
                fhir: {base: "https://letters.example/fhir/", token-from: GP_TOKEN}
                sends: [discharge, referral]
                pools: [beds]
            """);
        assertThat(faults.list()).isEmpty();
        assertThat(all.get(0).line()).isEqualTo(new Subscriber.Mllp("10.1.2.3", 2576, "OOH", "B"));
        assertThat(all.get(1).line()).isEqualTo(new Subscriber.Fhir("https://letters.example/fhir", "GP_TOKEN"));
        assertThat(all.get(1).pools()).containsExactly("beds");
    }

    @Test
    void says_what_is_wrong_and_where() {
        read("""
            subscribers:
              - id: a
                mllp: {port: 70000}
                sends: [discharge]
              - id: a
                sends: [adt]
            """);
        assertThat(faults.list())
                .extracting(Fault::what)
                .contains(
                        "this is no port (70000)",
                        "this is not sent on such a line (discharge)",
                        "it is not said how to reach it",
                        "the id (a) stands twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://letters.example/fhir",
                "https://user:pass@letters.example/fhir",
                "https://127.0.0.1@evil.example",
                "ftp://127.0.0.1/fhir",
                "file:///etc/passwd",
                "https://letters.example/fhir?to=x",
                "not an address"
            })
    void tells_nothing_to_an_address_that_is_not_safe(String base) {
        assertThat(SubscribersFile.isSafe(base)).isFalse();
    }
}
