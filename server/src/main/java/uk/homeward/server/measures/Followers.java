package uk.homeward.server.measures;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.statistics.chart.Rebase;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;

/**
 * Tells those who follow a measure of each week that is over: every week, or only where chance does not explain it. On the
 * pages always; by e-mail where they gave an address and {@code HOMEWARD_SMTP} names a mail server.
 */
@Component
class Followers {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final Shelf shelf;
    private final Notes notes;
    private final Subscriptions subscriptions;
    private final Place place;
    private final PlaceTime time;
    private final @Nullable Post post;

    @Autowired
    Followers(Shelf shelf, Notes notes, Subscriptions subscriptions, Place place, PlaceTime time) {
        this(shelf, notes, subscriptions, place, time, Post.ofSettings());
    }

    Followers(Shelf shelf, Notes notes, Subscriptions subscriptions, Place place, PlaceTime time, @Nullable Post post) {
        this.shelf = shelf;
        this.notes = notes;
        this.subscriptions = subscriptions;
        this.place = place;
        this.time = time;
        this.post = post;
    }

    /** True where messages can be sent. */
    boolean canWrite() {
        return post != null;
    }

    /** Tells of what is new, and sends what waits. */
    void tell() {
        Map<String, List<Rebase>> rebases = notes.rebases();
        for (Subscription s : subscriptions.list()) {
            shelf.find(s.measure()).ifPresent(m -> tell(s, m, rebases.getOrDefault(m.id(), List.of())));
        }
        if (post != null) {
            subscriptions.toSend().forEach(n -> send(post, n));
        }
    }

    private void tell(Subscription s, Measure measure, List<Rebase> rebases) {
        Optional<Reading> reading = reading(measure, rebases);
        Optional<LocalDate> week = reading.flatMap(Reading::lastDay);
        if (week.isEmpty() || (s.toldOf() != null && !week.get().isAfter(s.toldOf()))) {
            return;
        }
        @Nullable String words = reading.flatMap(Reading::sentence).orElse(null);
        if (words == null && s.rhythm() == Subscription.Rhythm.WEEK) {
            words = reading.map(r -> "%s: %s in %s. %s."
                            .formatted(measure.title(), r.lastValue(), r.lastPeriod(), r.meaningWords()))
                    .orElse(null);
        }
        subscriptions.told(s, week.get(), words, time.instant());
    }

    private Optional<Reading> reading(Measure measure, List<Rebase> rebases) {
        return shelf.result(measure, null, Grain.WEEK).map(r -> new Reading(r, null, rebases));
    }

    /** The last week that is over; somebody who begins to follow is told of those after it. */
    Optional<LocalDate> lastWeek(Measure measure) {
        return reading(measure, List.of()).flatMap(Reading::lastDay);
    }

    private void send(Post by, Notice notice) {
        Instant now = time.instant();
        String text = notice.words() + "\n\n" + place.title() + ", measure " + notice.measure()
                + ". You asked Homeward to tell you of this measure; under 'What I follow' you can stop it.\n";
        try {
            by.send(notice.email(), "Homeward: " + notice.measure(), text, now);
            subscriptions.sent(notice.id(), now);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Notice {} could not be sent and will be tried again", notice.id());
            subscriptions.failed(notice.id(), "the mail server did not take it");
        }
    }
}
