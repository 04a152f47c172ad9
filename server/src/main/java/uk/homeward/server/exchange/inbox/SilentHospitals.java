package uk.homeward.server.exchange.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Announcement;

/**
 * Says on every page which hospitals' messages no longer come, and since when: what pages show of their beds and stays is as old
 * as the last message, however fresh the page is.
 */
@Component
@DependsOnDatabaseInitialization
class SilentHospitals {

    /** Who was silent for longer than this has left; nothing on the pages waits for them. */
    private static final Duration LEFT = Duration.ofDays(14);

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

    private final MessagesDesk messages;
    private final Announcement announcement;
    private final Place place;
    private final PlaceTime time;

    SilentHospitals(MessagesDesk messages, Announcement announcement, Place place, PlaceTime time) {
        this.messages = messages;
        this.announcement = announcement;
        this.place = place;
        this.time = time;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        announcement.warn(warning(messages.senders(), time.instant()));
    }

    @Nullable
    String warning(List<SenderLine> senders, Instant now) {
        List<SenderLine> silent = senders.stream()
                .filter(SenderLine::silent)
                .filter(s -> s.lastAt().plus(LEFT).isAfter(now))
                .toList();
        return silent.isEmpty()
                ? null
                : "Not up to date: "
                        + silent.stream()
                                .map(s -> s.name() + " has sent no message since "
                                        + WHEN.format(ZonedDateTime.ofInstant(s.lastAt(), place.zone())))
                                .collect(Collectors.joining("; "))
                        + ". What pages show of their beds and stays is as of then.";
    }
}
