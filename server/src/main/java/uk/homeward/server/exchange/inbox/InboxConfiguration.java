package uk.homeward.server.exchange.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.SenderProfiles;
import uk.homeward.server.exchange.hl7.SenderProfilesFile;

/** Loads how the place's senders write; faults in the file stop the start, all told at once. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    MessageReader messageReader(SenderProfiles profiles) {
        return new MessageReader(profiles);
    }

    @Bean
    SenderProfiles senderProfiles(ServerSettings settings) {
        return profiles(settings.place().resolve("senders.yaml"));
    }

    /** A place without the file takes every sender by the forgiving profile. */
    private static SenderProfiles profiles(Path file) {
        if (!Files.exists(file)) {
            return SenderProfiles.NONE;
        }
        Faults faults = new Faults();
        SenderProfiles profiles = SenderProfilesFile.read(file, faults);
        faults.throwIfAny();
        return profiles;
    }
}
