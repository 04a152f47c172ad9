package uk.homeward.journey.directory;

import java.util.Optional;
import uk.homeward.journey.event.ServiceEvent.Details;

/** What an entry must say. Each rule is one short method. */
public final class DirectoryRules {

    private DirectoryRules() {}

    /**
     * Why something is not taken.
     *
     * @param code a stable word for programs, such as {@code no-contact}
     * @param why plain words for people, with what to do
     */
    public record Refused(String code, String why) {}

    /** Why an entry cannot stand so; empty where it can. */
    public static Optional<Refused> check(Details entry) {
        return hasTitle(entry)
                .or(() -> hasContact(entry))
                .or(() -> saysWhat(entry))
                .or(() -> opensReadably(entry));
    }

    private static Optional<Refused> hasTitle(Details entry) {
        return entry.title().isBlank()
                ? refuse("no-title", "The entry has no name. Give the name by which people know the service.")
                : Optional.empty();
    }

    private static Optional<Refused> hasContact(Details entry) {
        return entry.hasContact()
                ? Optional.empty()
                : refuse(
                        "no-contact",
                        "The entry (" + entry.title() + ") has no contact, so nobody could reach the service. Give a"
                                + " phone number, an e-mail address or a web address.");
    }

    private static Optional<Refused> saysWhat(Details entry) {
        return entry.what().isBlank()
                ? refuse(
                        "no-description",
                        "The entry (" + entry.title() + ") does not say what the service does. Say it"
                                + " in a sentence.")
                : Optional.empty();
    }

    private static Optional<Refused> opensReadably(Details entry) {
        if (entry.opens().isEmpty()) {
            return Optional.empty();
        }
        return ServiceHours.find(entry.opens()).isPresent()
                ? Optional.empty()
                : refuse(
                        "hours-unclear",
                        "The opening hours (" + entry.opens()
                                + ") cannot be read. Write 24/7, Mon-Fri 09:00-17:00, or more with semicolons between:"
                                + " Mon-Fri 09:00-17:00; 1st Sat 10:00-12:00; bank holidays closed. Or leave them"
                                + " out.");
    }

    private static Optional<Refused> refuse(String code, String why) {
        return Optional.of(new Refused(code, why));
    }
}
