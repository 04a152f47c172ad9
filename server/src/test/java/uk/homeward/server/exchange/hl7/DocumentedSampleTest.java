package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;

/** What the guide for integrators shows works as it says. */
class DocumentedSampleTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root", ".."));

    @Test
    void theFirstMessageOfTheGuideIsUnderstoodByThePlacesProfile() throws IOException {
        Faults faults = new Faults();
        SenderProfiles profiles =
                SenderProfilesFile.read(ROOT.resolve("places/birmingham-solihull/senders.yaml"), faults);
        assertThat(faults.list()).isEmpty();
        assertThat(Messages.read(new MessageReader(profiles), sample()))
                .isInstanceOfSatisfying(Understanding.Understood.class, understood -> {
                    AdtMessage message = understood.message();
                    assertThat(message.organisation()).isEqualTo("uhb");
                    assertThat(message.oddities()).isEmpty();
                    assertThat(message.subject().identity().status()).isEqualTo(NhsNumberStatus.UNVERIFIED);
                    assertThat(message.subject().visit()).isNotNull().satisfies(visit -> {
                        assertThat(visit.number()).isEqualTo("V100");
                        assertThat(visit.reason()).isEqualTo("Fall at home");
                        assertThat(visit.at())
                                .isNotNull()
                                .satisfies(at -> assertThat(at.site()).isEqualTo("qehb"));
                    });
                });
    }

    private static String sample() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/hl7.md"));
        int start = guide.indexOf("join([");
        List<String> segments = Pattern.compile("r?\"([^\"]*)\"[,\\]]")
                .matcher(guide.substring(start, guide.indexOf("with socket", start)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        return String.join("\r", segments) + "\r";
    }
}
