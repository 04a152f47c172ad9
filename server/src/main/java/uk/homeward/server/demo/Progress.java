package uk.homeward.server.demo;

import java.time.Duration;
import java.util.Locale;
import uk.homeward.server.web.Announcement;

/** Tells whoever waits how far the loading is: on the terminal, and on every page. */
final class Progress {

    private final Announcement announcement;
    private final long started = System.nanoTime();

    Progress(Announcement announcement) {
        this.announcement = announcement;
    }

    void people(int done, int all) {
        say(String.format(Locale.UK, "People: %,d of %,d", done, all));
    }

    void days(long done, long all) {
        say(String.format(Locale.UK, "History: %d of %d days", done, all));
    }

    private void say(String words) {
        System.out.println(words);
        announcement.say("The demo is filling. " + words + ".");
    }

    void done(int people, long events) {
        announcement.clear();
        System.out.printf(
                Locale.UK,
                "The place is full of life: %,d people, %,d events of history, in %d s%n",
                people,
                events,
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
    }

    void failed() {
        announcement.say("The demo could not be filled; the terminal says why.");
    }
}
