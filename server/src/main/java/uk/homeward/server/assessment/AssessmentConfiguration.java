package uk.homeward.server.assessment;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.BankFiles;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Role;

/** Loads the bank of questions; faults in it stop the start, all told at once. */
@Configuration(proxyBeanMethods = false)
public class AssessmentConfiguration {

    @Bean
    Bank bank(ServerSettings settings, Place place) {
        return load(settings.place(), place);
    }

    /** The bank of a place's folder, checked against the place's organisations and our roles. */
    public static Bank load(Path folder, Place place) {
        return load(BankFiles.of(folder.resolve("assessment")), place);
    }

    /** The same from files that may lie anywhere. */
    public static Bank load(BankFiles files, Place place) {
        return Bank.load(
                files,
                id -> place.organisations().stream()
                        .anyMatch(o -> o.id().value().equals(id)),
                role -> Role.find(role).isPresent());
    }
}
