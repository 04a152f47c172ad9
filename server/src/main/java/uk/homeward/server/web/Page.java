package uk.homeward.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.access.User;

/**
 * What every page knows.
 *
 * @param user who is signed in; null on public pages
 * @param path the address of this page, to mark it in the menu
 * @param now the place's time
 * @param announcement one sentence for every page, such as how far the demo's loading is; null for most of the time
 * @param csrf the token that every form carries, under the parameter name {@code _csrf}
 */
public record Page(
        String place,
        boolean demo,
        @Nullable User user,
        String path,
        Instant now,
        ZoneId zone,
        @Nullable String announcement,
        String csrf,
        List<Navigation.Section> menu) {

    public Page {
        menu = List.copyOf(menu);
    }

    /** The pages of the section in which this page is, if there are several. */
    public List<Navigation.Link> neighbours() {
        return menu.stream()
                .filter(section -> section.leadsTo(path) && section.pages().size() > 1)
                .findFirst()
                .map(Navigation.Section::pages)
                .orElse(List.of());
    }

    /** How a link of the menu is marked: as this page, as the section in which it is, or not at all. */
    public @Nullable String current(String address, boolean within) {
        return path.equals(address) ? "page" : within ? "true" : null;
    }

    /** Dates and times as the pages write them. */
    public Times times() {
        return new Times(zone, now);
    }
}
