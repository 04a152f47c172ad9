package uk.homeward.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One sentence that stands on every page for as long as it holds, such as how far the demo's loading is. */
@Component
public class Announcement {

    private volatile @Nullable String words;
    private volatile @Nullable String warning;

    public void say(String sentence) {
        words = sentence;
    }

    public void clear() {
        words = null;
    }

    /** What those who are signed in are warned of, such as messages that no longer come; null if of nothing. */
    public void warn(@Nullable String sentence) {
        warning = sentence;
    }

    public @Nullable String warning() {
        return warning;
    }

    /** What is announced now; null if nothing is. */
    public @Nullable String words() {
        return words;
    }
}
