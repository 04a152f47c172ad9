package uk.homeward.server.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

class CommandReaderTest {

    private static final Place PLACE =
            Place.load(Path.of(System.getProperty("homeward.root", "..")).resolve("places/birmingham-solihull"));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final CommandReader reader = new CommandReader(PLACE, () -> "new-id");

    @Test
    void every_command_but_the_opening_has_a_word() {
        List<String> commands = Arrays.stream(JourneyCommand.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !name.equals("Open"))
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT))
                .toList();
        assertThat(CommandReader.WORDS).containsExactlyInAnyOrderElementsOf(commands);
        for (String word : CommandReader.WORDS) {
            assertThat(reader.read(word, new Form(Fields.NONE, PLACE.zone(), NOW)))
                    .as(word)
                    .isPresent();
        }
        assertThat(reader.read("dance", new Form(Fields.NONE, PLACE.zone(), NOW)))
                .isEmpty();
    }
}
